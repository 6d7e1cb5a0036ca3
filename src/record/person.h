// Family: the person under supervision.
#pragma once

#include "record/declaration.h"

namespace probity::record::person {

inline constexpr std::string_view sexes[] = {"female", "male", "not_stated"};
inline constexpr std::string_view age_bands[] = {
    "18_20", "21_24", "25_29",   "30_34", "35_39", "40_49", "50_59", "60_69", "70_over", "under_25", "25_34",
    "35_44", "45_54", "55_over", "18_22", "23_27", "28_32", "33_37", "38_42", "43_47",   "48_over"};
inline constexpr FieldDeclaration registered_fields[] = {
    optional_code("sex", sexes, "as recorded at the index disposal"),
    optional_code("age_band", age_bands, "age at the index disposal; imports: at release"),
    sealed("name", Kind::text, "family and given names"),
    sealed("birth_date", Kind::day, "date of birth"),
    sealed("area_code", Kind::text, "outward part of the postcode"),
    sealed("source_row", Kind::text, "the row of an outside data set that this record was made from"),
};
inline constexpr TypeDeclaration registered{.name = "person.registered",
                                            .meaning = "A person comes under supervision; the stream begins",
                                            .fields = registered_fields};

inline constexpr FieldDeclaration linked_fields[] = {
    required("other", Kind::identifier, "",
             "the stream that is found to be the same person; it closes to writes"),
};
inline constexpr TypeDeclaration linked{
    .name = "person.linked", .meaning = "Two records are found to be one person", .fields = linked_fields};

inline constexpr FieldDeclaration unlinked_fields[] = {
    required("other", Kind::identifier, "", "the stream that is a person of its own after all; it reopens"),
};
inline constexpr TypeDeclaration unlinked{
    .name = "person.unlinked", .meaning = "A link between two records was wrong", .fields = unlinked_fields};

inline constexpr FieldDeclaration told_apart_fields[] = {
    required("other", Kind::identifier, "",
             "the record that looks alike; whoever looks for doubles passes it over"),
};
inline constexpr TypeDeclaration told_apart{.name = "person.told_apart",
                                            .meaning = "Two records that look alike are of two people",
                                            .fields = told_apart_fields};

inline constexpr TypeDeclaration died{.name = "person.died", .meaning = "The person has died"};

inline constexpr std::string_view erasure_bases[] = {"retention_ended", "court_order", "processing_unlawful"};
inline constexpr FieldDeclaration erased_fields[] = {
    required("subject", Kind::identifier, "", "whose key, boxes and identity were destroyed"),
    required_code("basis", erasure_bases, "legal basis (Data Protection Act 2018 section 47)"),
    required("approved_by", Kind::identifier, "", "member of staff who approved"),
    required("seconded_by", Kind::identifier, "", "a second, other member of staff"),
    required("sealed_parts", Kind::integer, "parts", "how many sealed parts there were"),
    required("indexes", Kind::digest, "", "SHA-256 of their indexes in decimal, one a line"),
};
inline constexpr TypeDeclaration erased{
    .name = "person.erased",
    .meaning = "Personal parts were made unreadable for ever; facts and figures stay",
    .fields = erased_fields};

} // namespace probity::record::person
