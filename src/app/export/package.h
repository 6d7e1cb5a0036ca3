// Writes tables as a folder that R, Python, Datasette and a spreadsheet open: a CSV file for each, a SQLite
// file of them all, and datapackage.json (Frictionless Data Package) with the types, units, keys, sources,
// and what the data were taken from.
//
// The folder appears when all of it is written. The same tables give the same bytes; of the SQLite file this
// holds for one version of SQLite.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/export/table.h"

namespace probity::app {

struct PackageSource {
  std::string title;
  std::string path; // where it can be had; may be empty
};

struct PackageDescription {
  std::string name; // lower-case letters, digits, "-", "_", "."
  std::string title;
  std::string description;
  std::vector<PackageSource> sources;
  std::vector<std::string> left_out;          // what could have been expected and is not there, and why
  std::map<std::string, std::string> made_of; // ledger, size, root, rules, …: cited in both files
};

struct WrittenTable {
  std::string name;
  std::int64_t rows = 0;
};

// `exists_already` when `folder` is there and not empty. Tables that others refer to come first.
base::Result<std::vector<WrittenTable>>
write_package(const std::string& folder, const PackageDescription& package, const std::vector<Table>& tables);

} // namespace probity::app
