#include "pages/assurance/verify_page.h"
#include "pages/assurance/words.h"
#include "pages/staff/words.h"
#include "pages/wording.h"

namespace probity::pages {

using namespace html;

namespace {

Html path_table(const ledger::EventProof& proof) {
  const AssuranceWords& words = assurance_words();
  const std::vector<ledger::PathStep> steps = proof.steps();
  if (steps.empty()) return paragraph(words.no_path);
  Table out;
  out.caption = count_of(steps.size(), words.path_text);
  out.columns = {{std::string(words.step)},
                 {std::string(words.side)},
                 {std::string(words.beside)},
                 {std::string(words.makes)}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const ledger::PathStep& one = steps[i];
    out.rows.push_back({{text(std::to_string(i + 1)), text(one.on_left ? words.left : words.right),
                         code(one.sibling.hex()), code(one.node.hex())},
                        ""});
  }
  return table(out);
}

} // namespace

std::string proof_page(const service::ShownProof& shown, const Reader& reader) {
  const AssuranceWords& words = assurance_words();
  const ledger::EventProof& proof = shown.proof;
  const ledger::Checkpoint& checkpoint = proof.against.checkpoint;
  const std::string title = std::string(words.proof_of) + " " + with_commas(proof.index);
  std::vector<SummaryRow> known{{std::string(words.event), text(with_commas(proof.index))},
                                {std::string(words.type), text(shown.type)}};
  if (shown.person) known.push_back({std::string(words.of_case), case_link("", *shown.person)});
  known.push_back({std::string(words.hashed_to), code(proof.leaf.hex())});
  known.push_back({std::string(words.led_to), code(checkpoint.root.hex())});
  Html main = element("h1", title);
  main << paragraph(words.proof_text) << summary_list(known);
  main << element("h2", words.bytes) << commands(words.bytes, proof.body);
  main << element("h2", words.path) << path_table(proof);
  main << element("h2", words.signed_by) << commands(words.checkpoint_signed, proof.against.note)
       << summary_list({{std::string(words.key), code(proof.against.key)}}) << paragraph(words.key_text);
  main << element("h2", words.by_hand) << paragraph(words.by_hand_text);
  main << element("p",
                  element("a", {href(local("/api/v1/verification/events/" + std::to_string(proof.index)))},
                          words.as_data));
  main << element("p", {{"class", "caption"}}, staff_words().log_note);
  Frame frame{title, false, way_back("/assure/verify", words.back), main};
  frame.section = Section::verify;
  frame.heads_section = false;
  return staff_page(frame, reader.caller, reader.form_token);
}

} // namespace probity::pages
