#include "app/export/package.h"

#include <filesystem>

#include "app/files.h"
#include "base/bytes.h"
#include "store/sqlite.h"

namespace probity::app {
namespace {

namespace filesystem = std::filesystem;
using base::ErrorCode;
using base::json::Array;
using base::json::Value;

constexpr std::string_view sqlite_name = "ledger.sqlite";

base::Result<store::Database> new_database(const std::string& file) {
  PROBITY_ASSIGN(auto database, store::Database::open(file, {.access = store::Access::create,
                                                             .journal = store::Journal::truncate}));
  PROBITY_TRY(database.execute("BEGIN"));
  return database;
}

void bind(store::Statement& insert, const TableRow& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const int parameter = static_cast<int>(i) + 1;
    if (const auto* number = std::get_if<std::int64_t>(&row[i]))
      insert.bind(parameter, *number);
    else if (const auto* text = std::get_if<std::string>(&row[i]))
      insert.bind(parameter, std::string_view(*text));
    else
      insert.bind_null(parameter);
  }
}

struct Written {
  Value resource;
  WrittenTable table;
};

base::Result<Written> write_table(const std::string& folder, const Table& table, store::Database& database) {
  const TableDescription& description = table.description;
  PROBITY_TRY(database.execute(create_table(description).c_str()));
  PROBITY_ASSIGN(store::Statement insert, database.prepare(insert_row(description)));
  std::string csv = csv_header(description);
  WrittenTable written{description.name, 0};
  PROBITY_TRY(table.rows([&](const TableRow& row) -> base::Result<void> {
    csv += csv_row(description, row);
    ++written.rows;
    bind(insert, row);
    return insert.run();
  }));
  PROBITY_TRY(write_file(folder + "/" + description.name + ".csv", csv));
  return Written{resource_of(description, base::sha256(base::bytes_of(csv)).hex(), csv.size(), written.rows),
                 written};
}

// What the data were taken from, inside the SQLite file too.
Table citation_of(const PackageDescription& package) {
  Table out;
  out.description = {.name = "made_of",
                     .title = "What this was made of",
                     .meaning = "Whoever has the same ledger at this size gets the same tables.",
                     .columns = {{.name = "name", .meaning = "which", .required = true},
                                 {.name = "value", .meaning = "its value", .required = true}},
                     .key = {"name"},
                     .foreign_keys = {}};
  out.rows = [&package](const RowReceiver& receive) -> base::Result<void> {
    for (const auto& [name, value] : package.made_of)
      PROBITY_TRY(receive({name, value}));
    return {};
  };
  return out;
}

Value descriptor_of(const PackageDescription& package, Array resources) {
  Value made_of;
  for (const auto& [name, value] : package.made_of)
    made_of.set(name, Value(value));
  Array sources;
  for (const PackageSource& source : package.sources) {
    Value one;
    one.set("title", Value(source.title));
    if (!source.path.empty()) one.set("path", Value(source.path));
    sources.push_back(std::move(one));
  }
  Array left_out;
  for (const std::string& what : package.left_out)
    left_out.emplace_back(what);
  Value out;
  if (!left_out.empty()) out.set("left_out", Value(std::move(left_out)));
  out.set("name", Value(package.name));
  out.set("title", Value(package.title));
  out.set("description", Value(package.description));
  out.set("profile", Value("data-package"));
  out.set("made_of", std::move(made_of));
  out.set("sources", Value(std::move(sources)));
  out.set("resources", Value(std::move(resources)));
  return out;
}

base::Result<std::vector<WrittenTable>>
write_all(const std::string& folder, const PackageDescription& package, const std::vector<Table>& tables) {
  std::vector<WrittenTable> out;
  Array resources;
  {
    PROBITY_ASSIGN(auto database, new_database(folder + "/" + std::string(sqlite_name)));
    const auto add = [&](const Table& table) -> base::Result<void> {
      PROBITY_ASSIGN(Written written, write_table(folder, table, database));
      resources.push_back(std::move(written.resource));
      out.push_back(std::move(written.table));
      return {};
    };
    PROBITY_TRY(add(citation_of(package)));
    for (const Table& table : tables)
      PROBITY_TRY(add(table));
    PROBITY_TRY(database.commit());
  }
  std::error_code ignored; // an empty journal stays behind in this mode
  filesystem::remove(folder + "/" + std::string(sqlite_name) + "-journal", ignored);
  Value database;
  database.set("name", Value("sqlite"));
  database.set("title", Value("All tables in one SQLite file"));
  database.set("path", Value(sqlite_name));
  database.set("format", Value("sqlite"));
  database.set("mediatype", Value("application/vnd.sqlite3"));
  resources.push_back(std::move(database));
  PROBITY_TRY(write_file(folder + "/datapackage.json",
                         base::json::write(descriptor_of(package, std::move(resources))) + "\n"));
  return out;
}

tl::unexpected<base::Error> io(const std::error_code& code, const std::string& folder) {
  return base::fail(ErrorCode::io, "cannot make the folder: " + code.message(), folder);
}

} // namespace

base::Result<std::vector<WrittenTable>> write_package(const std::string& folder,
                                                      const PackageDescription& package,
                                                      const std::vector<Table>& tables) {
  std::error_code trouble;
  if (filesystem::exists(folder, trouble) && !filesystem::is_empty(folder, trouble))
    return base::fail(ErrorCode::exists_already, "this is there already, and not empty", folder,
                      "name a folder that does not exist: nothing is overwritten");
  filesystem::path target = filesystem::absolute(folder, trouble).lexically_normal();
  if (!target.has_filename()) target = target.parent_path(); // a name that ends in "/"
  const std::string unfinished = target.string() + ".unfinished";
  if (filesystem::exists(unfinished, trouble))
    return base::fail(ErrorCode::exists_already, "this is there already, from an export that did not end",
                      unfinished, "remove it, or name another folder");
  if (!filesystem::create_directories(unfinished, trouble)) return io(trouble, unfinished);
  auto written = write_all(unfinished, package, tables);
  if (!written) {
    filesystem::remove_all(unfinished, trouble);
    return written;
  }
  filesystem::remove(target, trouble); // an empty one
  filesystem::rename(unfinished, target, trouble);
  if (trouble) return io(trouble, folder);
  return written;
}

} // namespace probity::app
