#include "intake/row_events.h"

#include <algorithm>

#include "record/person.h"

namespace probity::intake {

std::array<std::uint8_t, 16> row_name(const DataSet& data_set, const std::optional<base::Digest>& key,
                                      std::string_view row, std::uint64_t occurrence,
                                      std::string_view purpose) {
  std::string text = std::string(data_set.key) + "/" + std::string(data_set.name) + std::string(1, '\0');
  text += row;
  text += std::string(1, '\0') + std::to_string(occurrence) + std::string(1, '\0') + std::string(purpose);
  const base::Digest digest =
      key ? base::hmac_sha256(key->view(), base::bytes_of(text)) : base::sha256(base::bytes_of(text));
  std::array<std::uint8_t, 16> out{};
  std::copy_n(digest.bytes.begin(), out.size(), out.begin());
  return out;
}

std::array<std::uint8_t, 16> row_name(const DataSet& data_set, std::string_view row, std::uint64_t occurrence,
                                      std::string_view purpose) {
  return row_name(data_set, std::nullopt, row, occurrence, purpose);
}

record::EventBuilder RowEvents::begin(const record::TypeDeclaration& type) const {
  record::EventBuilder builder(type, destination_.log, stream_);
  builder.id(name<base::EventId>(type.name)).channel("import").role("importer").provider(publisher_);
  if (destination_.recorded) builder.recorded(*destination_.recorded);
  return builder;
}

record::EventBuilder RowEvents::registered() const {
  record::EventBuilder builder = begin(record::person::registered);
  base::json::Value sealed;
  sealed.set("source_row", base::json::Value(row_));
  builder.sealed(name<base::SubjectId>("person"), std::move(sealed));
  return builder;
}

void state(record::EventBuilder& builder, std::string_view name, std::string_view value) {
  if (!value.empty()) builder.fact(name, value);
}

} // namespace probity::intake
