// Runs a fuzz target without libFuzzer: every seed of a folder as it is, then mutations of the seeds, the
// same ones on every run and machine. Usage: NAME_fuzz FOLDER
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::uint64_t seed = 20150201;
constexpr int mutations_of_each_seed = 2'000;
// Pieces that parsers of text treat specially.
constexpr std::string_view pieces[] = {"\"",
                                       "\\",
                                       "\\u",
                                       "\\ud800",
                                       "{",
                                       "}",
                                       "[",
                                       "]",
                                       ",",
                                       ":",
                                       "0",
                                       "-",
                                       ".",
                                       "e9",
                                       "\n",
                                       "\n\n",
                                       "\xE2\x80\x94",
                                       "\xC3",
                                       "+",
                                       "=",
                                       " ",
                                       "\r",
                                       "\t",
                                       "\xEF\xBB\xBF",
                                       "null",
                                       "\"",
                                       "1e99",
                                       "9007199254740993"};

// std::uniform_int_distribution differs between libraries; this does not.
class Choice {
 public:
  std::size_t below(std::size_t limit) {
    return limit == 0 ? 0 : static_cast<std::size_t>(engine_() % limit);
  }

 private:
  std::mt19937_64 engine_{seed};
};

void run(const std::string& input) {
  // An exact copy on the heap, so that a sanitizer sees a read past its end.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

std::string part_of(const std::string& text, Choice& choice) {
  const std::size_t from = choice.below(text.size() + 1);
  return text.substr(from, choice.below(64));
}

std::string mutated(std::string text, const std::vector<std::string>& seeds, Choice& choice) {
  for (std::size_t step = 1 + choice.below(4); step > 0; --step) {
    const std::size_t at = choice.below(text.size() + 1);
    switch (choice.below(6)) {
    case 0:
      if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << choice.below(8)));
      break;
    case 1:
      text.erase(at, choice.below(8));
      break;
    case 2:
      text.insert(at, pieces[choice.below(std::size(pieces))]);
      break;
    case 3:
      text.insert(at, part_of(text, choice));
      break;
    case 4:
      text.resize(at);
      text += part_of(seeds[choice.below(seeds.size())], choice);
      break;
    default:
      if (at < text.size()) text[at] = static_cast<char>(choice.below(256));
      break;
    }
  }
  return text;
}

} // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: %s FOLDER of seeds\n", argv[0]);
    return 2;
  }
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1], error))
    if (entry.is_regular_file()) files.push_back(entry.path());
  if (files.empty()) {
    std::fprintf(stderr, "no seeds in %s: put at least one valid input there\n", argv[1]);
    return 2;
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> seeds;
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
  }
  Choice choice;
  for (const std::string& text : seeds) {
    run(text);
    for (int i = 0; i < mutations_of_each_seed; ++i)
      run(mutated(text, seeds, choice));
  }
  std::printf("%zu seeds and %zu mutations of them\n", seeds.size(), seeds.size() * mutations_of_each_seed);
  return 0;
}
