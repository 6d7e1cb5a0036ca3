// The service is killed again and again while commands are recorded, at moments that nobody chose: at its
// start, between the ledger's commit and the row of a view, while views are made anew. Whatever the moment,
// nothing that was acknowledged is lost, the next start takes the file of views as it was left, and what it
// then holds of everybody is what one holds that reads the whole ledger. Every few kills the file is deleted
// or damaged before: it is made anew, with the same lists.
//
// PROBITY_KILLS says how often (default 5).
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <set>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "lab/area.h"
#include "record/vocabulary.h"
#include "service/command_text.h"
#include "service/give_command.h"
#include "service/office.h"
#include "service/views_check.h"
#include "support/temporary_directory.h"

namespace probity::service {
namespace {

using base::json::Value;

constexpr std::uint64_t writers = 3;    // commands that wait together are appended together
constexpr std::uint64_t most_read = 60; // acknowledgements before a kill

base::EventId command_id(std::uint64_t number) {
  base::EventId out{{0xC0}};
  for (std::size_t byte = 0; byte < sizeof number; ++byte)
    out.bytes[15 - byte] = static_cast<std::uint8_t>(number >> (8 * byte));
  return out;
}

ledger::OpenOptions writing() {
  ledger::OpenOptions out;
  out.mode = ledger::OpenOptions::Mode::write;
  out.validate = record::validate;
  return out;
}

class ViewsKill : public testing::Test {
 protected:
  ViewsKill() : log_(folder_.file("log")), views_(folder_.file("views")) {
    ledger::CreateOptions create;
    create.constants = {"a/log", "Europe/London", ledger::Clock::replayed};
    create.seed = "1";
    create.opened = *base::parse_instant("2015-09-30T10:00:00.000000Z");
    ledger::Ledger log = ledger::Ledger::create(log_, create, writing()).value();
    lab::AreaSettings settings;
    settings.people = 12;
    settings.from = base::day_of(2015, 10, 1);
    settings.to = base::day_of(2015, 12, 31);
    settings.origin = "a/log";
    const auto area = lab::Area::plan(settings, log.zone()).value();
    std::set<base::StreamId> people;
    EXPECT_TRUE(area.write(1, [&](std::span<const lab::Act> acts) -> base::Result<void> {
      std::vector<ledger::Submission> submissions;
      for (const lab::Act& act : acts) {
        submissions.emplace_back().events.assign(act.begin(), act.end());
        const Value& event = act.front();
        const record::Event read = record::decode(base::json::write(event), log.zone()).value();
        if (read.type != nullptr && read.type->stream == record::StreamKind::person)
          people.insert(*base::StreamId::from_hex(*event.find("stream")->text()));
      }
      PROBITY_TRY(log.append(submissions));
      return {};
    }));
    people_.assign(people.begin(), people.end());
    given_ = log.last_recorded();
    zone_ = log.zone();
  }

  // Number `number` is always the same. Some are refused, such as one about a record that was joined with
  // another.
  [[nodiscard]] Value command(std::uint64_t number) const {
    std::mt19937_64 random(number);
    TypedCommand typed;
    typed.log = "a/log";
    typed.given = given_;
    typed.provider = "CRC1";
    typed.id = command_id(number);
    typed.person = people_[random() % people_.size()];
    constexpr std::array levels = {"low", "medium", "high"};
    switch (random() % 12) {
    case 0:
      typed.name = "person.register";
      typed.person = opened_by(*typed.id);
      typed.fields = {"sex=female", "name=Somebody New"};
      break;
    case 1:
    case 2:
      typed.name = random() % 2 == 0 ? "person.link" : "person.unlink";
      typed.fields = {"other=" + people_[random() % people_.size()].hex()};
      break;
    case 3:
    case 4:
    case 5:
      typed.name = "supervision.assign";
      typed.fields = {random() % 2 == 0 ? "provider=CRC1" : "provider=NPS", "reason=transfer", "team=North"};
      break;
    default:
      typed.name = "risk.judge_harm";
      typed.fields = {std::string("level=") + levels[random() % levels.size()]};
    }
    return command_of(typed, zone_).value();
  }

  [[nodiscard]] base::Result<std::unique_ptr<Office>> open(bool with_views, std::string* said) const {
    return Office::open(
        {log_, folder_.file("accounts"), with_views ? views_ : std::string()}, [] { return base::Instant{}; },
        [said](const std::string& one) {
          if (said != nullptr) *said += one;
        });
  }

  [[noreturn]] void serve_until_killed(std::uint64_t next, int pipe) const {
    auto office = open(true, nullptr);
    if (!office) ::_exit(3);
    std::vector<std::thread> threads;
    for (std::uint64_t writer = 0; writer < writers; ++writer)
      threads.emplace_back([&, writer] {
        for (std::uint64_t number = next + writer;; number += writers)
          if ((*office)->sequencer().give(command(number)) &&
              ::write(pipe, &number, sizeof number) != sizeof number)
            ::_exit(4);
      });
    for (std::thread& thread : threads)
      thread.join();
    ::_exit(5);
  }

  // Killed after so many acknowledgements and a moment more; or, at its start, when so many microseconds have
  // gone. Adds what was acknowledged.
  void serve_and_kill(bool at_start, std::mt19937_64& random, std::set<std::uint64_t>& acknowledged) const {
    const std::uint64_t next = acknowledged.empty() ? 1 : *acknowledged.rbegin() + 1;
    std::array<int, 2> pipe{};
    ASSERT_EQ(::pipe(pipe.data()), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      ::close(pipe[0]);
      serve_until_killed(next, pipe[1]);
    }
    ::close(pipe[1]);
    const auto kill_in = [child](std::uint64_t microseconds) {
      std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
      ::kill(child, SIGKILL);
    };
    std::uint64_t to_read = 1 + random() % most_read;
    std::thread killer;
    if (at_start) killer = std::thread(kill_in, random() % 120'000);
    std::uint64_t number = 0;
    while (::read(pipe[0], &number, sizeof number) == sizeof number) {
      acknowledged.insert(number);
      if (!at_start && --to_read == 0) kill_in(random() % 3'000);
    }
    ::close(pipe[0]);
    if (killer.joinable()) killer.join();
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the service ended by itself with " << WEXITSTATUS(status);
  }

  // What a service has of everybody.
  struct Held {
    std::uint64_t cursor = 0;
    std::vector<casework::WorklistEntry> list;
    std::map<base::StreamId, casework::KeptCase> rows;
    std::map<base::StreamId, std::string> names; // and the name that each record stands under
    std::string said;
  };
  [[nodiscard]] Held held(bool with_views) const {
    Held out;
    const auto office = open(with_views, &out.said);
    EXPECT_TRUE(office) << office.error().text();
    if (!office) return out;
    const WorklistFollower& follower = (*office)->follower();
    out.cursor = follower.cursor();
    out.list = follower.list({});
    follower.lists().visit_listed({}, [&](const casework::LiveWorklists::Listed& one) {
      const base::StreamId& person = one.holder.person;
      out.rows[person] = *follower.lists().kept(person);
      out.names[person] = (*office)->name_of(person);
    });
    for (const base::StreamId& person : people_)
      out.names[person] += follower.standing_name(person).hex();
    return out;
  }

  // The next start takes the file as it was left: nothing is said.
  void starts_with_what_was_left(bool left_whole) const {
    const Held kept = held(true);
    if (left_whole) {
      EXPECT_EQ(kept.said, "");
    }
    const Held whole = held(false);
    EXPECT_EQ(kept.cursor, whole.cursor);
    EXPECT_TRUE(kept.rows == whole.rows);
    EXPECT_EQ(kept.names, whole.names);
    const WorklistChanges changed = changes(whole.list, kept.list);
    EXPECT_TRUE(changed.appeared.empty() && changed.went.empty());
    const ledger::Ledger log = ledger::Ledger::open(log_).value();
    const ViewsCheck check = check_views(views_, log_, {1'000, 1}).value();
    EXPECT_EQ(check.cursor, log.size());
    EXPECT_TRUE(check.findings.empty()) << check.findings.front();
    EXPECT_GT(check.folded, 0U);
  }

  // Sent again, whatever was acknowledged is there.
  void nothing_is_lost(const std::set<std::uint64_t>& acknowledged, std::uint64_t from) const {
    const ledger::Ledger log = ledger::Ledger::open(log_).value();
    for (auto number = acknowledged.lower_bound(from); number != acknowledged.end(); ++number) {
      const auto again = prepare(log, command(*number));
      ASSERT_TRUE(again) << again.error().text();
      ASSERT_TRUE(again->acted.had_acted) << "command " << *number << " was acknowledged and is lost";
    }
  }

  void damage(std::mt19937_64& random) const {
    switch (random() % 3) {
    case 0:
      std::filesystem::remove(views_);
      return;
    case 1:
      std::filesystem::resize_file(views_, std::filesystem::file_size(views_) / 2);
      return;
    default:
      auto file = store::Database::open(views_, {.access = store::Access::write}).value();
      ASSERT_TRUE(file.execute("UPDATE person SET state=substr(state,1,length(state)-1)||x'7f' WHERE "
                               "name=(SELECT min(name) FROM person)"));
    }
  }

  support::TemporaryDirectory folder_;
  const std::string log_;
  const std::string views_;
  std::vector<base::StreamId> people_;
  base::Instant given_;
  base::Zone zone_ = base::Zone::named("Europe/London").value();
};

TEST_F(ViewsKill, ViewsAreThoseOfTheLedgerWheneverTheServiceIsKilled) {
  const char* asked = std::getenv("PROBITY_KILLS");
  const int kills = asked != nullptr ? std::atoi(asked) : 5;
  ASSERT_GT(kills, 0);
  std::mt19937_64 random(2026);
  std::set<std::uint64_t> acknowledged;
  starts_with_what_was_left(true);
  for (int kill = 0; kill < kills && !HasFatalFailure(); ++kill) {
    const std::uint64_t from = acknowledged.empty() ? 0 : *acknowledged.rbegin();
    const bool damaged = kill % 4 == 2;
    if (damaged) damage(random);
    serve_and_kill(kill % 2 == 1, random, acknowledged);
    const bool last = kill + 1 == kills;
    nothing_is_lost(acknowledged, last ? 0 : from);
    starts_with_what_was_left(!damaged);
  }
  EXPECT_FALSE(acknowledged.empty());
  RecordProperty("acknowledged", static_cast<int>(acknowledged.size()));
}

} // namespace
} // namespace probity::service
