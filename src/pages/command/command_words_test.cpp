// Every command that has a form, every field of it: words that staff can read, and no row of words that is
// for nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "casework/command.h"
#include "pages/command/command_form.h"
#include "pages/command/command_words.h"
#include "record/risk_register.h"
#include "record/vocabulary.h"

namespace probity::pages {
namespace {

bool has_form(const record::TypeDeclaration& type) {
  return service::is_about_staff(type.name) || !service::opens_record(type.name);
}

// Nothing of how the record is stored, and nothing that only a declaration says.
void expect_plain(const std::string& words, const std::string& of) {
  ASSERT_FALSE(words.empty()) << of;
  EXPECT_TRUE(words[0] >= 'A' && words[0] <= 'Z') << of << ": " << words;
  for (const char* technical : {"`", "@", "stream", "pseudonym", "left out", "_", "→"})
    EXPECT_EQ(words.find(technical), std::string::npos) << of << ": " << words;
}

TEST(CommandWords, AreThereForEveryCommandAndField) {
  std::set<std::string_view> used;
  int walked = 0;
  for (const record::TypeDeclaration* type : casework::commands()) {
    if (!has_form(*type)) continue;
    const std::string name(type->name);
    expect_plain(command_words(*type).label, name);
    EXPECT_FALSE(family_words(name).empty()) << name;
    if (!type->entity.empty()) expect_plain(entity_words(type->entity), name);
    std::set<std::string> labels;
    for (const record::FieldDeclaration& field : type->fields) {
      const std::string of = name + "." + std::string(field.name);
      if (std::any_of(parted_fields().begin(), parted_fields().end(),
                      [&](const PartedField& one) { return one.of == of; }))
        continue; // its parts are asked for instead
      const FormWords words = field_words(*type, field);
      expect_plain(words.label, of);
      EXPECT_TRUE(labels.insert(words.label).second) << of << " is called as another field: " << words.label;
      EXPECT_LE(words.label.size(), 100U) << of;
      const bool list = field.kind == record::Kind::names || field.kind == record::Kind::amounts;
      if (list) {
        EXPECT_NE(words.hint.find("One a line"), std::string::npos) << of << ": " << words.hint;
      }
      EXPECT_EQ(words.hint.find("left out"), std::string::npos) << of << ": " << words.hint;
      for (const FieldRow& row : field_rows())
        if (row.of == of || row.of == field.meaning) used.insert(row.of);
      ++walked;
    }
  }
  EXPECT_GT(walked, 150);
  for (const FieldRow& row : field_rows())
    EXPECT_TRUE(used.contains(row.of)) << "a row for no field: " << row.of;
  for (const PartedField& parted : parted_fields()) {
    const record::TypeDeclaration* type =
        record::find_type(parted.of.substr(0, parted.of.rfind('.')), casework::commands());
    ASSERT_NE(type, nullptr) << parted.of;
    EXPECT_NE(record::find_field(*type, parted.of.substr(parted.of.rfind('.') + 1)), nullptr) << parted.of;
    for (const FieldPart& part : parted.parts)
      expect_plain(std::string(part.label), std::string(parted.of));
  }
}

TEST(CommandForms, ReadWhatWasTyped) {
  const auto zone = base::Zone::named("Europe/London").value();
  service::CommandAsked asked;
  asked.type = record::find_type("appointment.arrange", casework::commands());
  const auto fields = asked_fields(asked);
  Typed typed{{"starts-day", "28"}, {"starts-month", "3"}, {"starts-year", "2016"}, {"starts-time", "9.30am"},
              {"mode", "office"},   {"minutes", "45"},     {"overlap", "true"}};
  const Reading good = read_form(fields, typed, zone);
  EXPECT_TRUE(good.errors.empty());
  EXPECT_EQ(good.fields, (std::vector<std::string>{"starts=2016-03-28T08:30:00.000000Z", "mode=office",
                                                   "minutes=45", "overlap=true"}));
  EXPECT_EQ(good.shown.at("starts"), "28 March 2016 at 9:30am");
  EXPECT_EQ(good.shown.at("minutes"), "45 minutes");
  EXPECT_FALSE(good.shown.contains("place"));
  for (const auto& [time, hour] : {std::pair("14:15", "13:15"), {"2pm", "13:00"}, {"12:05 am", "23:05"}}) {
    typed["starts-time"] = time;
    EXPECT_NE(read_form(fields, typed, zone).fields.at(0).find(hour), std::string::npos) << time;
  }
  for (const char* wrong : {"", "half past", "25:00", "13pm", "9", "9:5"}) {
    typed["starts-time"] = wrong;
    EXPECT_TRUE(read_form(fields, typed, zone).errors.contains("starts")) << wrong;
  }
  // The clocks go forward on 27 March 2016: there is no 1:30am.
  typed["starts-time"] = "1:30am";
  typed["starts-day"] = "27";
  EXPECT_TRUE(read_form(fields, typed, zone).errors.contains("starts"));
  typed["starts-time"] = "9:30am";
  typed["starts-day"] = "31";
  typed["starts-month"] = "2";
  EXPECT_TRUE(read_form(fields, typed, zone).errors.contains("starts"));
  for (const auto& [field, value] :
       {std::pair("mode", "carriage"), {"minutes", "many"}, {"overlap", "perhaps"}}) {
    Typed other = typed;
    other[field] = value;
    EXPECT_TRUE(read_form(fields, other, zone).errors.contains(field)) << field;
  }
  EXPECT_EQ(read_form(fields, {}, zone).errors.size(), 2U) << "what is needed, and no more";
}

TEST(CommandForms, TakeListsALineEachAndDaysFromAnAddress) {
  const auto zone = base::Zone::named("Europe/London").value();
  service::CommandAsked asked;
  asked.type = record::find_type("sentence.impose", casework::commands());
  const auto fields = asked_fields(asked);
  const Reading list = read_form(
      fields, {{"order_type", "community_order"}, {"requirements", " unpaid_work:4800\r\ncurfew:30\r\n"}},
      zone);
  EXPECT_EQ(list.fields.back(), "requirements=unpaid_work:4800,curfew:30");
  const Typed from = typed_of_address(fields, {{"ends", "2017-03-05"}, {"court", "Leeds"}, {"other", "x"}});
  EXPECT_EQ(from, (Typed{{"court", "Leeds"}, {"ends-day", "5"}, {"ends-month", "3"}, {"ends-year", "2017"}}));
  asked.type = record::find_type("plan.write", casework::commands());
  EXPECT_TRUE(typed_of_address(asked_fields(asked), {{"content", "x"}}).empty()) << "nothing personal";
}

TEST(CommandForms, AskForTheRiskToEachGroupAndGiveOneField) {
  const auto zone = base::Zone::named("Europe/London").value();
  service::CommandAsked asked;
  asked.type = record::find_type("risk.judge_harm", casework::commands());
  const auto fields = asked_fields(asked);
  for (const std::string_view group : record::risk::harm_groups)
    EXPECT_EQ(std::count_if(fields.begin(), fields.end(),
                            [&](const AskedField& one) {
                              return one.part == group && one.part_of == "groups" && one.codes.size() == 4;
                            }),
              1)
        << group;
  Typed typed{{"level", "medium"}};
  const Reading nothing = read_form(fields, typed, zone);
  EXPECT_EQ(nothing.errors.size(), 5U) << "risk to the person themselves may be left out";
  EXPECT_EQ(nothing.errors.at("groups-known_adult"), "Select level of risk to a known adult");
  for (const char* group : {"public", "known_adult", "children", "staff", "prisoners"})
    typed["groups-" + std::string(group)] = "low";
  typed["groups-children"] = "medium";
  const Reading all = read_form(fields, typed, zone);
  EXPECT_TRUE(all.errors.empty());
  EXPECT_EQ(all.fields, (std::vector<std::string>{
                            "level=medium",
                            "groups=public=low,known_adult=low,children=medium,staff=low,prisoners=low"}));
  EXPECT_EQ(all.shown.at("groups-children"), "Medium");
  typed["groups-staff"] = "enormous";
  EXPECT_TRUE(read_form(fields, typed, zone).errors.contains("groups-staff"));
}

TEST(CommandForms, LinkToTheCommandThatARefusalNames) {
  const base::StreamId person{{7}};
  const std::string linked =
      with_commands_linked(person, "File it (plan.file), or (not) <now> (plan.fly)").markup();
  EXPECT_EQ(linked, "File it (<a href=\"/cases/" + person.hex() +
                        "/do/plan/file\">File a draft</a>), or (not) &lt;now&gt; (plan.fly)");
}

} // namespace
} // namespace probity::pages
