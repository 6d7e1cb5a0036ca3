#include "pages/people/people_words.h"

namespace probity::pages {

const PeopleWords& people_words() {
  static const PeopleWords english = {
      .doubles = "Records that may be of one person",
      .doubles_text =
          "Found by fixed rules: names and dates of birth that are alike. Nothing is joined until somebody "
          "says so, and what is joined can be parted again.",
      .no_doubles = "No two records look alike.",
      .pair_caption = "Two records",
      .born = "Date of birth",
      .body = "Body that answers",
      .holder = "Practitioner",
      .orders = "Orders",
      .reference = "Record",
      .why = "Why they are shown",
      .same_person = "They are one person: join them",
      .two_people = "They are two people",
      .joined = "The two records are joined.",
      .told_apart = "The two records are told apart, and are not suggested again.",
      .name = "Name",
      .not_known = "Not known",
      .copy = "Copy for the person",
      .copy_text =
          "A person may ask for a copy of what is held on them. It shows every entry of the record with "
          "their "
          "own personal parts opened, and who read the record. What is about somebody else is left out.",
      .copy_warning =
          "Read the copy before you give it: take out by hand what would do somebody serious harm. Each "
          "personal part that is opened is recorded under your name.",
      .make_copy = "Make the copy",
      .copy_of = "What is held on case",
      .made = "Made on",
      .copy_note = "Made for the person that it is about.",
      .events = "Entries of the record",
      .events_none = "There are none.",
      .personal = "Personal parts",
      .personal_none = "None is held.",
      .left_out = "Left out",
      .left_out_none = "Nothing was left out.",
      .how_many = "Entries",
      .who_read = "Who read the record",
      .who_read_none = "Nobody has.",
      .newest_access = "Only the newest",
      .older_access =
          "accesses are listed here. There are older ones: they are given in full to whoever asks "
          "for them.",
      .when = "When",
      .role = "Role and body",
      .page = "What was read",
      .to_case = "Back to the case",
      .erased = "Erased",
  };
  return english;
}

std::string_view likeness_words(service::Likeness likeness) {
  switch (likeness) {
  case service::Likeness::same_name_and_birth:
    return "The same name and date of birth";
  case service::Likeness::name_within_name:
    return "The same date of birth; one name is part of the other";
  case service::Likeness::birth_swapped:
    return "The same name; day and month of birth are the other way round";
  case service::Likeness::birth_not_known:
    return "The same name; a date of birth is missing";
  }
  return "";
}

std::string_view left_out_words(service::LeftOut why) {
  return why == service::LeftOut::about_another ? "It is about somebody else" : "It is about a contract";
}

} // namespace probity::pages
