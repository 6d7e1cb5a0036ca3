// Settling from what was kept gives the same bytes as settling anew, wherever the ledger grew in between, and
// looks only at those whom the new events are about.
#include "lab/area.h"
#include "property/contract_world.h"
#include "service/kept_settlements.h"

namespace probity::world {
namespace {

using contract::Settlement;

std::vector<std::shared_ptr<const service::ContractFile>> contract_files() {
  std::vector<std::shared_ptr<const service::ContractFile>> out;
  for (const contract::Contract& one : contracts())
    out.push_back(std::make_shared<const service::ContractFile>(service::ContractFile{one.terms().id, one}));
  return out;
}

// The same statement, and for every line the same answer why.
void check_alike(const Settlement& kept, const Settlement& anew, const contract::Contract& contract) {
  RC_ASSERT(base::json::write(contract::statement_json(kept.statement)) ==
            base::json::write(contract::statement_json(anew.statement)));
  std::vector<std::string> lines;
  for (const contract::Line& line : anew.statement.lines)
    lines.push_back(line.id);
  for (const contract::Correction& correction : anew.statement.corrections)
    lines.push_back(correction.line.id);
  for (const std::string& line : lines) {
    const auto one = good(contract::why(kept, contract, line)).evidence;
    const auto other = good(contract::why(anew, contract, line)).evidence;
    RC_ASSERT(one.size() == other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
      RC_ASSERT(one[i].person == other[i].person);
      RC_ASSERT(one[i].events == other[i].events);
      RC_ASSERT(one[i].sentence == other[i].sentence);
      RC_ASSERT(one[i].count == other[i].count);
    }
  }
}

class Growing {
 public:
  explicit Growing(std::string file) : kept_(file), file_(std::move(file)) {}

  void check(std::uint64_t size, const std::string& period) {
    const auto book = good(service::load_book(good(Ledger::open(file_)), {size, std::nullopt}));
    for (const auto& file : files_) {
      const Settlement kept = good(kept_.settle({file, period, size, {}}));
      check_alike(kept, settled(book, file->contract, period), file->contract);
      for (const contract::Fee& fee : file->contract.terms().fees)
        for (const contract::Fee& other : fee.others) {
          const contract::Readings readings{{fee.id, other.reading}};
          check_alike(good(kept_.settle({file, period, size, readings})),
                      settled(book, file->contract, period, readings), file->contract);
        }
    }
  }
  std::uint64_t measured_for(std::uint64_t size, const std::string& period) {
    (void)good(kept_.settle({files_.front(), period, size, {}}));
    return kept_.measured_last();
  }

 private:
  std::vector<std::shared_ptr<const service::ContractFile>> files_ = contract_files();
  service::KeptSettlements kept_;
  std::string file_;
};

TEST(KeptMeasuresLaws, InAnyWorldTheyAreWhatSettlingAnewGives) {
  fixture::check_cases(12, [] {
    const fixture::TemporaryDirectory folder;
    const std::string file = folder.file("growing.ledger");
    Ledger ledger = new_ledger(file);
    Growing growing(file);
    const auto submitted = Writer().write(any_acts(30));
    const int every = *rc::gen::inRange(1, 9);
    int taken = 0;
    for (const Submitted& one : submitted) {
      if (append(ledger, std::vector<Submitted>{one}).empty() || ++taken % every != 0) continue;
      growing.check(ledger.size(), taken % 2 == 0 ? "2016-03" : "2016-02");
    }
    append(ledger, day_closed(day("2016-06-30"), 1));
    growing.check(ledger.size(), "2016-04");
  });
}

// Sessions, transfers, licences and whatever else an area has; records that are joined among them.
TEST(KeptMeasuresLaws, InAnAreaTheyAreWhatSettlingAnewGives) {
  const fixture::TemporaryDirectory folder;
  const std::string file = folder.file("area.ledger");
  const base::Zone zone = good(base::Zone::named("Europe/London"));
  lab::AreaSettings settings;
  settings.people = 40;
  settings.from = day("2015-06-01");
  settings.to = day("2016-04-30");
  settings.seed = 11;
  settings.origin = origin;
  const auto area = good(lab::Area::plan(settings, zone));
  ledger::CreateOptions create;
  create.constants = {std::string(origin), "Europe/London", ledger::Clock::replayed};
  create.seed = "1";
  create.opened = noon_of(settings.from - 1);
  ledger::OpenOptions open;
  open.mode = ledger::OpenOptions::Mode::write;
  open.validate = record::validate;
  Ledger ledger = good(Ledger::create(file, create, open));
  Growing growing(file);
  std::uint64_t looked = 0;
  const auto written = area.write(1, [&](std::span<const lab::Act> acts) -> base::Result<void> {
    for (const lab::Act& act : acts) {
      ledger::Submission submission;
      submission.events.assign(act.begin(), act.end());
      const auto receipts = good(ledger.append({&submission, 1}));
      EXPECT_TRUE(receipts.front().has_value());
      if (ledger.size() - looked < 211) continue;
      looked = ledger.size();
      if (ledger.size() > 900) growing.check(looked, looked % 2 == 0 ? "2016-01" : "2016-02");
    }
    return {};
  });
  ASSERT_TRUE(written);
  growing.check(ledger.size(), "2016-04");
  EXPECT_EQ(growing.measured_for(ledger.size(), "2016-04"), 0U) << "nothing is new";
}

TEST(KeptMeasuresLaws, OneEventCostsTheOneWhomItIsAbout) {
  const fixture::TemporaryDirectory folder;
  const std::string file = folder.file("growing.ledger");
  Ledger ledger = new_ledger(file);
  append(ledger, Writer().write(std::vector<Act>{}));
  const auto files = contract_files();
  service::KeptSettlements kept(file);
  const auto settle = [&](std::uint64_t size) {
    (void)good(kept.settle({files.front(), "2016-02", size, {}}));
    return kept.measured_last();
  };
  const std::uint64_t first = settle(ledger.size());
  EXPECT_GE(first, static_cast<std::uint64_t>(most_people));
  EventBuilder assigned(record::supervision::provider_assigned, origin, person_stream(1));
  assigned.id(*base::EventId::from_hex(id_of("event", 7'777)))
      .recorded(noon_of(first_day()))
      .provider("CRC1");
  append(ledger, assigned.valid(first_day()).fact("provider", "CRC2").build());
  EXPECT_LT(settle(ledger.size()), first);
  EXPECT_EQ(settle(ledger.size()), 0U) << "nothing is new";
}

} // namespace
} // namespace probity::world
