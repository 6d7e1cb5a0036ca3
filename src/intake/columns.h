// Where the columns of a data set stand in a file, and what stands in them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intake/data_set.h"

namespace probity::intake {

// Finds columns by the header's names, in any order; blanks around a name and the case of letters do not
// matter. Other columns are left alone, with a warning.
class Columns {
 public:
  // `invalid_input` names every column that is missing or stands twice; `hint` says what file to give.
  static base::Result<Columns> find(const std::vector<std::string>& header,
                                    std::span<const std::string_view> names, std::string_view hint,
                                    Warnings& warnings);

  [[nodiscard]] std::size_t width() const { return width_; } // fields that each row must have
  // By position in `names`.
  [[nodiscard]] std::size_t position(std::size_t column) const { return positions_[column]; }
  [[nodiscard]] std::string_view name(std::size_t column) const { return names_[column]; }
  // `invalid_input` when the row has another number of fields than the header.
  [[nodiscard]] base::Result<void> check_width(const std::vector<std::string>& fields) const;

 private:
  std::span<const std::string_view> names_;
  std::vector<std::size_t> positions_;
  std::size_t width_ = 0;
};

// A text of the source and the code that it stands for.
struct Word {
  std::string_view written;
  std::string_view code;
};

// The fields of one row, by column.
class RowFields {
 public:
  RowFields(const Columns& columns, const std::vector<std::string>& fields, Warnings& warnings)
      : columns_(columns), fields_(fields), warnings_(warnings) {}

  // Without the blanks around it.
  [[nodiscard]] std::string_view text(std::size_t column) const;
  void warn(std::string_view kind) const;
  [[nodiscard]] tl::unexpected<base::Error> refuse(std::size_t column, const std::string& message) const;
  // The code of a word; with the en dash of some years as a hyphen.
  [[nodiscard]] base::Result<std::string_view> word(std::size_t column, std::span<const Word> words) const;
  // A text that is recorded as it stands, or empty; `invalid_input` when no record may hold it: it is longer
  // than 80 characters or has a control character.
  [[nodiscard]] base::Result<std::string_view> name(std::size_t column) const;
  // A whole number of this range.
  [[nodiscard]] base::Result<std::int64_t> number(std::size_t column, std::int64_t least,
                                                  std::int64_t most) const;

 private:
  const Columns& columns_;
  const std::vector<std::string>& fields_;
  Warnings& warnings_;
};

std::string_view trimmed(std::string_view text);
std::string lower(std::string_view text); // ASCII letters only
std::optional<std::int64_t> whole_number(std::string_view text);

} // namespace probity::intake
