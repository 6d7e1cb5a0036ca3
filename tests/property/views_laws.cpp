// A service that starts from a file of views has what one has that read the whole ledger, wherever the ledger
// grew and the service stopped; and a file that is not of this ledger, or is damaged, is made anew.
#include <fstream>
#include <gtest/gtest.h>
#include <random>

#include "access/accounts.h"
#include "lab/area.h"
#include "record/builder.h"
#include "record/person.h"
#include "record/supervision.h"
#include "record/vocabulary.h"
#include "record/workforce.h"
#include "service/office.h"
#include "service/views_check.h"
#include "support/temporary_directory.h"

namespace probity::service {
namespace {

using base::json::Value;

base::StreamId id(std::uint8_t number) {
  return base::StreamId{{0xF0, number}};
}

// The submissions of a sample area, with records that are joined, staff who leave, and a person erased among
// them.
class Written {
 public:
  explicit Written(std::uint64_t seed) : random_(seed) {
    lab::AreaSettings settings;
    settings.people = 24;
    settings.from = base::day_of(2015, 6, 1);
    settings.to = base::day_of(2016, 4, 30);
    settings.seed = seed;
    settings.origin = "a/log";
    const auto area = lab::Area::plan(settings, zone_);
    EXPECT_TRUE(area);
    EXPECT_TRUE(area->write(1, [&](std::span<const lab::Act> acts) -> base::Result<void> {
      for (const lab::Act& act : acts)
        take(act);
      return {};
    }));
  }

  std::vector<ledger::Submission> submissions;
  std::vector<base::StreamId> people;

 private:
  void take(const lab::Act& act) {
    ledger::Submission submission;
    submission.events.assign(act.begin(), act.end());
    for (const Value& event : act)
      note(event);
    submissions.push_back(std::move(submission));
    if (random_() % 60 != 0 || people.size() < 3) return;
    const base::StreamId& one = people[random_() % people.size()];
    switch (random_() % 4) {
    case 0:
      return join(one, people[random_() % people.size()]);
    case 1:
      return leave(one);
    case 2:
      return correct();
    default:
      record::EventBuilder erased(record::person::erased, "a/log", one);
      erased.fact("subject", one.hex())
          .fact("basis", "retention_ended")
          .fact("approved_by", id(1).hex())
          .fact("seconded_by", id(2).hex())
          .fact("sealed_parts", 0)
          .fact("indexes", base::Digest{}.hex());
      return add(erased);
    }
  }

  void note(const Value& event) {
    recorded_ = *base::parse_instant(*event.find("recorded")->text());
    const record::Event read = record::decode(base::json::write(event), zone_).value();
    if (read.type == nullptr || read.type->stream != record::StreamKind::person) return;
    const auto name = *base::StreamId::from_hex(*event.find("stream")->text());
    if (std::find(people.begin(), people.end(), name) == people.end()) people.push_back(name);
    if (record::is<record::supervision::provider_assigned>(read) && !read.corrects) last_assigned_ = event;
  }

  void add(record::EventBuilder& builder) {
    base::EventId event;
    event.bytes[0] = 0xEE;
    event.bytes[14] = static_cast<std::uint8_t>(++made_ >> 8U);
    event.bytes[15] = static_cast<std::uint8_t>(made_);
    ledger::Submission submission;
    submission.events.push_back(builder.id(event).recorded(recorded_).valid(zone_.day_of(recorded_)).build());
    submissions.push_back(std::move(submission));
  }

  void join(const base::StreamId& one, const base::StreamId& other) {
    if (one == other) return;
    record::EventBuilder linked(record::person::linked, "a/log", one);
    linked.fact("other", other.hex());
    add(linked);
  }

  // Somebody gets a practitioner who then leaves the post.
  void leave(const base::StreamId& person) {
    const base::StreamId post = id(static_cast<std::uint8_t>(10 + made_ % 100));
    const base::StreamId staff = id(static_cast<std::uint8_t>(120 + made_ % 100));
    record::EventBuilder allocated(record::supervision::practitioner_allocated, "a/log", person);
    allocated.fact("practitioner", staff.hex());
    add(allocated);
    record::EventBuilder made(record::workforce::post_made, "a/log", post);
    made.fact("body", "CRC1").fact("grade", "probation_officer").fact("minutes", 2220);
    add(made);
    record::EventBuilder filled(record::workforce::post_filled, "a/log", post);
    filled.fact("staff", staff.hex());
    add(filled);
    record::EventBuilder vacated(record::workforce::post_vacated, "a/log", post);
    vacated.fact("staff", staff.hex()).fact("reason", "resigned");
    add(vacated);
  }

  void correct() {
    if (last_assigned_.find("id") == nullptr) return;
    const auto person = *base::StreamId::from_hex(*last_assigned_.find("stream")->text());
    record::EventBuilder assigned(record::supervision::provider_assigned, "a/log", person);
    assigned.fact("provider", "NPS")
        .corrects(*base::EventId::from_hex(*last_assigned_.find("id")->text()), record::CorrectionKind::amend,
                  "error");
    add(assigned);
  }

  base::Zone zone_ = base::Zone::named("Europe/London").value();
  std::mt19937_64 random_;
  base::Instant recorded_;
  Value last_assigned_ = Value(base::json::Object{});
  std::uint32_t made_ = 0;
};

class Views : public testing::Test {
 protected:
  // A new ledger, in which everything that follows goes.
  void make(const std::string& name) {
    log_ = name;
    ledger::CreateOptions create;
    create.constants = {"a/log", "Europe/London", ledger::Clock::replayed};
    create.seed = "1";
    create.opened = *base::parse_instant("2015-05-31T10:00:00.000000Z");
    ASSERT_TRUE(ledger::Ledger::create(folder_.file(log_), create, writing()));
  }
  static ledger::OpenOptions writing() {
    ledger::OpenOptions out;
    out.mode = ledger::OpenOptions::Mode::write;
    out.validate = record::validate;
    return out;
  }
  // What is refused, such as an act on a record that was closed by a join, is not there.
  void append(std::span<const ledger::Submission> some) const {
    ledger::Ledger log = ledger::Ledger::open(folder_.file(log_), writing()).value();
    ASSERT_TRUE(log.append(some));
  }
  std::unique_ptr<Office> open(const std::string& views) {
    said_.clear();
    auto out = Office::open(
        {folder_.file(log_), folder_.file("accounts"), views.empty() ? "" : folder_.file(views + log_)},
        [] { return base::Instant{}; }, [this](const std::string& one) { said_ += one; });
    EXPECT_TRUE(out) << out.error().text();
    return out ? std::move(*out) : nullptr;
  }
  // What a service has of everybody.
  struct Held {
    std::uint64_t cursor = 0;
    std::vector<casework::WorklistEntry> list;
    std::map<base::StreamId, casework::KeptCase> rows;
    std::map<base::StreamId, base::StreamId> standing;
    std::map<base::StreamId, std::string> names;
  };
  Held held(const std::string& views, const std::vector<base::StreamId>& people) {
    Held out;
    const std::unique_ptr<Office> office = open(views);
    if (!office) return out;
    const WorklistFollower& follower = office->follower();
    out.cursor = follower.cursor();
    out.list = follower.list({});
    follower.lists().visit_listed({}, [&](const casework::LiveWorklists::Listed& one) {
      out.rows[one.holder.person] = *follower.lists().kept(one.holder.person);
    });
    for (const base::StreamId& name : people) {
      out.standing[name] = follower.standing_name(name);
      out.names[name] = office->name_of(name);
    }
    return out;
  }
  static void same(const Held& one, const Held& other) {
    EXPECT_EQ(one.cursor, other.cursor);
    EXPECT_EQ(one.standing, other.standing);
    EXPECT_EQ(one.names, other.names);
    EXPECT_TRUE(one.rows == other.rows);
    const WorklistChanges changed = changes(one.list, other.list);
    EXPECT_TRUE(changed.appeared.empty() && changed.went.empty());
  }
  [[nodiscard]] ViewsCheck checked(const std::string& views) const {
    return check_views(folder_.file(views + log_), folder_.file(log_), {1'000, 3}).value();
  }

  support::TemporaryDirectory folder_;
  std::string log_;
  std::string said_; // by the service that was opened last
};

TEST_F(Views, OfAServiceThatStopsAnywhereAreThoseOfTheWholeLedger) {
  std::size_t restored = 0;
  std::size_t joined = 0;
  std::size_t owed = 0;
  std::size_t named = 0;
  for (const std::uint64_t seed : {3U, 4U}) {
    const Written written(seed);
    make("log" + std::to_string(seed));
    std::mt19937_64 random(seed);
    const std::span<const ledger::Submission> all(written.submissions);
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t some = std::min<std::size_t>(1 + random() % (all.size() / 5), all.size() - at);
      append(all.subspan(at, some));
      at += some;
      const Held kept = held("views", written.people);
      // Where the limits are those of another day, everything is read.
      restored += said_.empty() ? 1 : 0;
      const Held whole = held("", written.people);
      same(kept, whole);
      owed += whole.list.size();
      for (const auto& [name, standing] : whole.standing)
        joined += name == standing ? 0 : 1;
      for (const auto& [name, called] : whole.names)
        named += called.empty() ? 0 : 1;
      EXPECT_TRUE(checked("views").findings.empty()) << checked("views").findings.front();
    }
  }
  EXPECT_GT(restored, 4U);
  EXPECT_GT(joined, 2U);
  EXPECT_GT(owed, 50U);
  EXPECT_GT(named, 50U);
}

class ViewsOfAFewPeople : public Views {
 protected:
  ViewsOfAFewPeople() : written_(5) {
    make("log");
    append(std::span(written_.submissions).first(half()));
    before_ = held("views", written_.people);
    EXPECT_TRUE(said_.empty()) << said_ << ": made for the first time";
  }
  [[nodiscard]] std::size_t half() const { return written_.submissions.size() / 2; }
  void is_made_anew(const std::string& why) {
    same(held("views", written_.people), before_);
    EXPECT_NE(said_.find(why), std::string::npos) << said_;
    same(held("views", written_.people), before_);
    EXPECT_TRUE(said_.empty()) << said_;
  }
  // Without writing to the ledger's file, as another program would.
  void change(const char* sql) const {
    store::DatabaseOptions options;
    options.access = store::Access::write;
    store::Database database = store::Database::open(folder_.file("views" + log_), options).value();
    ASSERT_TRUE(database.execute(sql));
  }

  Written written_;
  Held before_;
};

TEST_F(ViewsOfAFewPeople, MayBeDeletedWheneverNobodyUsesThem) {
  ASSERT_TRUE(std::filesystem::remove(folder_.file("views" + log_)));
  same(held("views", written_.people), before_);
  EXPECT_TRUE(said_.empty()) << said_;
  EXPECT_TRUE(checked("views").findings.empty());
}

TEST_F(ViewsOfAFewPeople, AreMadeAnewWhenTheFileIsTornOrIsNone) {
  std::filesystem::resize_file(folder_.file("views" + log_),
                               std::filesystem::file_size(folder_.file("views" + log_)) / 2);
  EXPECT_FALSE(checked("views").findings.empty());
  is_made_anew("made anew");
  std::ofstream(folder_.file("views" + log_), std::ios::trunc) << "no views at all";
  is_made_anew("made anew");
}

TEST_F(ViewsOfAFewPeople, AreMadeAnewWhenARowIsDamagedOrMissing) {
  change("UPDATE person SET state=substr(state,1,length(state)-1)||x'7f' WHERE name=(SELECT min(name) FROM "
         "person)");
  is_made_anew("damaged");
  change("DELETE FROM person WHERE name=(SELECT min(name) FROM person)");
  EXPECT_FALSE(checked("views").findings.empty());
  is_made_anew("rows are missing");
}

// A file that was put back from yesterday is only behind.
TEST_F(ViewsOfAFewPeople, ThatAreBehindCatchUp) {
  std::filesystem::copy_file(folder_.file("views" + log_), folder_.file("yesterday"));
  append(std::span(written_.submissions).subspan(half(), 3));
  const Held now = held("views", written_.people);
  EXPECT_NE(now.cursor, before_.cursor);
  std::filesystem::copy_file(folder_.file("yesterday"), folder_.file("views" + log_),
                             std::filesystem::copy_options::overwrite_existing);
  same(held("views", written_.people), now);
  EXPECT_TRUE(said_.empty()) << said_;
}

TEST_F(ViewsOfAFewPeople, OfAnotherLedgerOfTheSameNameAreNotTaken) {
  const std::string views = folder_.file("views" + log_);
  make("again");
  std::filesystem::copy_file(views, folder_.file("views" + log_));
  append(std::span(written_.submissions).subspan(1, half() + 20)); // all but the first, and more
  before_ = held("", written_.people);
  is_made_anew("history");
}

TEST_F(ViewsOfAFewPeople, AreToldFromThoseThatSomebodyWrote) {
  // The row of one person under the name of another, with the sum that goes with it: what no start looks for.
  views::ViewsFile file = views::ViewsFile::open(folder_.file("views" + log_), store::Access::write).value();
  std::optional<views::PersonRow> changed;
  ASSERT_TRUE(file.each_person([&](views::PersonRow row) -> base::Result<void> {
    if (!changed && !row.clocks.empty() && row.clocks != std::string(1, '\0')) changed = std::move(row);
    return {};
  }));
  ASSERT_TRUE(changed);
  changed->clocks = std::string(1, '\0'); // no clock runs
  views::Changes changes;
  changes.stamp = file.stamp().value();
  changes.people.push_back(*changed);
  ASSERT_TRUE(file.write(changes));
  const ViewsCheck found = checked("views");
  ASSERT_EQ(found.findings.size(), 1U);
  EXPECT_EQ(found.findings.front(), changed->person.hex() + ": the clocks that run are others");
}

} // namespace
} // namespace probity::service
