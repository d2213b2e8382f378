// SPDX-License-Identifier: Apache-2.0
// Why an expression of a form cannot be used. A value.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace tertulia::formats {

struct ExpressionError {
  std::size_t position = 1;      // of the character in the cell, from 1 on
  std::string message;           // a sentence with the cure, without the position
  bool is_beyond_kiosk = false;  // right elsewhere: it needs a place, a key or a file that a kiosk has not
  friend bool operator==(const ExpressionError&, const ExpressionError&) = default;
};

template <class T>
class [[nodiscard]] Compiled {
 public:
  Compiled(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Compiled(ExpressionError error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  [[nodiscard]] T& value() & { return std::get<0>(state_); }  // only when it is true
  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }
  [[nodiscard]] const ExpressionError& error() const { return std::get<1>(state_); }  // only when it is false

 private:
  std::variant<T, ExpressionError> state_;
};

}  // namespace tertulia::formats
