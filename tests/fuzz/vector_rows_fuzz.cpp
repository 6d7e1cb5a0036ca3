// Rows of vectors: the first letter says which algorithm's, the rest are the cells, one a line. Whatever
// stands there, the row passes, differs or is refused with a place; nothing throws, and once more gives the
// same.
#include "fuzz/fuzz_text.h"
#include "risk/vectors.h"

namespace {

using probity::risk::VectorFile;

VectorFile file_of(const probity::risk::VectorAlgorithm& algorithm, std::string_view text) {
  VectorFile out;
  out.algorithm = algorithm.name;
  out.header = algorithm.inputs;
  out.header.insert(out.header.end(), algorithm.expects.begin(), algorithm.expects.end());
  probity::risk::VectorRow row{2, {}};
  while (row.cells.size() < out.header.size()) {
    const std::size_t end = text.find('\n');
    row.cells.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  out.rows.push_back(std::move(row));
  return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = probity::fuzz::text_of(data, size);
  if (text.empty()) return 0;
  const auto algorithms = probity::risk::vector_algorithm_list();
  const auto& algorithm = algorithms[static_cast<unsigned char>(text.front() - 'a') % algorithms.size()];
  const VectorFile file = file_of(algorithm, text.substr(1));
  const auto first = probity::risk::check_vectors(file);
  const auto again = probity::risk::check_vectors(file);
  PROBITY_ENSURE(first.has_value() == again.has_value());
  if (!first) {
    PROBITY_ENSURE(!first.error().text().empty() && first.error().text() == again.error().text());
    return 0;
  }
  PROBITY_ENSURE(first->passed + first->failed == 1 && first->passed == again->passed);
  PROBITY_ENSURE((first->failed == 1) == !first->failures.empty());
  return 0;
}
