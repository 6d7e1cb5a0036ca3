// A sample area: invented people of one area with full event streams, good and bad practice mixed in known
// shares. A function of its settings: the same bytes on any machine and with any number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/civil.h"
#include "base/json.h"
#include "base/result.h"
#include "lab/draft.h"
#include "lab/practice.h"

namespace probity::lab {

struct AreaSettings {
  std::int64_t people = 2000;
  base::Day from; // first and last day of the area, inclusive; the log opens with the first
  base::Day to;
  // So many of the people have lived there since an earlier day, with which the log then opens.
  std::int64_t earlier_people = 0;
  base::Day earlier_from;
  std::uint64_t seed = 7;
  std::string origin;           // of the log that the events are written for
  base::StreamId system_stream; // takes system.day_closed
  Practice crc = community_rehabilitation_company();
  Practice nps = national_probation_service();
  Tagging tagging = monitoring_contractor();
  Correcting correcting;
};

// Events that one act puts into one stream at one instant: one submission.
using Act = std::vector<base::json::Value>;

struct AreaSummary {
  std::uint64_t events = 0;
  std::uint64_t person_events = 0; // on the people's own streams
  std::uint64_t acts = 0;
  std::map<std::string, std::uint64_t, std::less<>> by_type;
};

class Area {
 public:
  // `invalid_input` for no people, more than ten million, more that are there earlier than there are, or days
  // out of order or too far apart (20 years).
  static base::Result<void> check(const AreaSettings& settings);
  // Fails as `check` does.
  static base::Result<Area> plan(AreaSettings settings, const base::Zone& zone);
  ~Area();
  Area(Area&&) noexcept;
  Area& operator=(Area&&) noexcept;

  // How many events there will be.
  [[nodiscard]] std::uint64_t events() const;

  // Hands all acts to `visit` by recorded instant, in spans. Lives are made by `threads` threads; what is
  // visited does not depend on their number. Stops at the first error of `visit` and returns it.
  base::Result<AreaSummary> write(unsigned threads,
                                  const std::function<base::Result<void>(std::span<const Act>)>& visit) const;

  // The events of one person, 1 … people, by recorded instant: for studying single lives.
  [[nodiscard]] std::vector<Draft> life_of(std::uint64_t person) const;

 private:
  struct State;
  explicit Area(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// The instant at which the log of such an area opens: the first of its first day.
base::Instant opening_of(const AreaSettings& settings, const base::Zone& zone);

} // namespace probity::lab
