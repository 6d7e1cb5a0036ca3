// Events made from one row of a data set.
#pragma once

#include <string_view>

#include "intake/data_set.h"
#include "record/builder.h"

namespace probity::intake {

class RowEvents {
 public:
  RowEvents(const DataSet& data_set, std::string_view publisher, std::string_view row,
            std::uint64_t occurrence, const Destination& destination)
      : data_set_(data_set), publisher_(publisher), row_(row), occurrence_(occurrence),
        destination_(destination), stream_(name<base::StreamId>("person")) {}

  // The stream of a person whom the source numbers.
  void stream(const base::StreamId& stream) { stream_ = stream; }

  template <class Id> [[nodiscard]] Id name(std::string_view purpose) const {
    return Id{row_name(data_set_, row_, occurrence_, purpose)};
  }
  // An event of the person's stream, named by its type.
  [[nodiscard]] record::EventBuilder begin(const record::TypeDeclaration& type) const;
  // person.registered at an unknown time, with the row itself sealed beside it.
  [[nodiscard]] record::EventBuilder registered() const;

 private:
  const DataSet& data_set_;
  std::string_view publisher_;
  std::string_view row_;
  std::uint64_t occurrence_;
  const Destination& destination_;
  base::StreamId stream_;
};

// A fact that the row may leave out.
void state(record::EventBuilder& builder, std::string_view name, std::string_view value);

} // namespace probity::intake
