#include "app/vector_file.h"

#include <filesystem>

#include "intake/csv.h"
#include "intake/gz.h"

namespace probity::app {

base::Result<risk::VectorFile> read_vector_file(const std::string& path) {
  PROBITY_ASSIGN(intake::FileSource source, intake::FileSource::open(path));
  risk::VectorFile out;
  const std::string name = std::filesystem::path(path).filename().string();
  out.algorithm = name.substr(0, name.find('.'));
  intake::CsvReader reader(source);
  while (true) {
    auto next = reader.next();
    if (!next) return tl::unexpected(std::move(next.error()).at(path));
    if (!*next) break;
    intake::CsvRecord& record = **next;
    if (record.fault) return tl::unexpected(std::move(*record.fault).at(path));
    if (record.number == 1)
      out.header = std::move(record.fields);
    else
      out.rows.push_back({record.line, std::move(record.fields)});
  }
  return out;
}

} // namespace probity::app
