// SPDX-License-Identifier: Apache-2.0
// A value, or an error: one sentence that says what to do. For expected failures of disk, network, files and
// people. A bug is an assertion instead. No code of the project throws.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace tertulia {

struct Error {
  std::string message;  // says what failed, where (file, line or cell), and what to do
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Only when ok().
  [[nodiscard]] T& value() & { return std::get<0>(state_); }
  [[nodiscard]] const T& value() const& { return std::get<0>(state_); }
  [[nodiscard]] T&& value() && { return std::get<0>(std::move(state_)); }

  // Only when not ok().
  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};
using Outcome = Result<Done>;  // success without a value

}  // namespace tertulia

// TRY(auto rows, read_rows(path)); returns the error to the caller, or declares the value. One per line.
#define TERTULIA_JOIN2(a, b) a##b
#define TERTULIA_JOIN(a, b) TERTULIA_JOIN2(a, b)
#define TRY(declaration, expression) TERTULIA_TRY(TERTULIA_JOIN(try_, __LINE__), declaration, expression)
#define TERTULIA_TRY(name, declaration, expression) \
  auto name = (expression);                         \
  if (!name.ok()) return name.error();              \
  declaration = std::move(name).value()
// TRY_DONE(write(path)); the same for an Outcome.
#define TRY_DONE(expression) \
  if (auto outcome = (expression); !outcome.ok()) return outcome.error()
