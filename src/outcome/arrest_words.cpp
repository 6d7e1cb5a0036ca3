#include "outcome/arrest_words.h"

#include <fmt/format.h>

namespace probity::outcome {
namespace {

std::string share_text(const ArrestFigure& figure) {
  return figure.people == 0 ? "none" : percent_text(base::Rational::of(figure.arrested, figure.people));
}

std::string span(const ArrestReport& report) {
  return std::to_string(report.within) + " " + std::string(name(report.unit)) +
         (report.within == 1 ? "" : "s");
}

// In a publication a small number is not given away by a note.
std::string number(const ArrestReport& report, std::int64_t count) {
  if (report.audience == Audience::publication && count < least_count_published) return "fewer than 5";
  return count_text(count);
}

void say_takeaway(ArrestReport& out) {
  if (out.all.withheld)
    out.takeaway.emplace_back("The figure for all is withheld: too few people.");
  else
    out.takeaway.push_back("Of " + count_text(out.all.people) + " people " + count_text(out.all.arrested) +
                           " (" + share_text(out.all) + ") were arrested within " + span(out) +
                           " of release.");
  if (out.comparison) {
    const Difference& difference = out.comparison->difference;
    out.takeaway.push_back(fmt::format(
        "The share in {} differs from that in {} by {:+.2f} points (95 % interval {:+.2f} to {:+.2f}), which "
        "chance alone {}.",
        words_for(out.comparison->first), words_for(out.comparison->second), 100 * difference.estimate,
        100 * difference.interval.low, 100 * difference.interval.high,
        difference.interval.low > 0 || difference.interval.high < 0 ? "would seldom bring" : "could bring"));
  } else {
    out.takeaway.emplace_back("An arrest is no proof of an offence, and nothing is paid by it.");
  }
}

} // namespace

void put_in_words(const FirstArrests& arrests, ArrestReport& out) {
  const std::string unit(name(out.unit));
  out.title = "First arrests within " + span(out) + " of release";
  say_takeaway(out);
  out.notes.emplace_back(
      "An arrest is no proof of an offence. These shares are not proven reoffending, and no "
      "rate of one country is a rate of another.");
  out.notes.push_back("The sources say in which " + unit +
                      " after release the first arrest fell, and no day; "
                      "each share is exact all the same.");
  if (out.not_followed > 0)
    out.notes.push_back("Left out: " + number(out, out.not_followed) +
                        " who were not followed for so long and not arrested before.");
  if (arrests.arrests_not_followed > 0)
    out.notes.push_back("Left out: " + number(out, arrests.arrests_not_followed) +
                        " arrests of which the source does not say that it looked for them.");
  if (out.comparison)
    out.notes.emplace_back("Arms are compared as chance assigned them, whatever people then received. The "
                           "interval of the difference is Newcombe's, the test of equal shares pools both "
                           "arms, and the log-rank test compares the whole curves.");
  if (out.audience == Audience::publication)
    out.notes.emplace_back(
        "Withheld: figures of fewer than 30 people, and those that show fewer than 5 who were or "
        "were not arrested; with one such row, the next smallest too.");
  if (out.periods_withheld)
    out.notes.push_back("When it happened is withheld: in some " + unit +
                        " from 1 to 4 people were arrested.");
}

} // namespace probity::outcome
