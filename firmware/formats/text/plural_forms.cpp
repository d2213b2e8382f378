// SPDX-License-Identifier: Apache-2.0
// The Plural-Forms header, as a small program for a stack machine: no recursion when a screen is drawn.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "firmware/formats/text/gettext_mo.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostSteps = 256;
constexpr int kDeepest = 32;
constexpr std::size_t kMostForms = 6;  // Arabic has as many

enum class Operation {
  kNumber,
  kCount,
  kNot,
  kChoose,
  kOr,
  kAnd,
  kEqual,
  kUnequal,
  kLessEqual,
  kGreaterEqual,
  kLess,
  kGreater,
  kPlus,
  kMinus,
  kTimes,
  kOver,
  kModulo
};

struct KioskPage {
  Operation operation = Operation::kNumber;
  std::uint64_t number = 0;
};
using Program = std::vector<KioskPage>;

struct Operator {
  std::string_view sign;
  Operation operation;
  int binding;
};

// A sign that begins with another one stands before it.
constexpr std::array<Operator, 13> kOperators{{{"||", Operation::kOr, 1},
                                               {"&&", Operation::kAnd, 2},
                                               {"==", Operation::kEqual, 3},
                                               {"!=", Operation::kUnequal, 3},
                                               {"<=", Operation::kLessEqual, 4},
                                               {">=", Operation::kGreaterEqual, 4},
                                               {"<", Operation::kLess, 4},
                                               {">", Operation::kGreater, 4},
                                               {"+", Operation::kPlus, 5},
                                               {"-", Operation::kMinus, 5},
                                               {"*", Operation::kTimes, 6},
                                               {"/", Operation::kOver, 6},
                                               {"%", Operation::kModulo, 6}}};

std::uint64_t apply(Operation operation, std::uint64_t a, std::uint64_t b) {
  switch (operation) {
    case Operation::kOr:
      return a != 0 || b != 0;
    case Operation::kAnd:
      return a != 0 && b != 0;
    case Operation::kEqual:
      return a == b;
    case Operation::kUnequal:
      return a != b;
    case Operation::kLessEqual:
      return a <= b;
    case Operation::kGreaterEqual:
      return a >= b;
    case Operation::kLess:
      return a < b;
    case Operation::kGreater:
      return a > b;
    case Operation::kPlus:
      return a + b;
    case Operation::kMinus:
      return a - b;
    case Operation::kTimes:
      return a * b;
    case Operation::kOver:
      return b == 0 ? 0 : a / b;
    case Operation::kModulo:
      return b == 0 ? 0 : a % b;
    default:
      return 0;
  }
}

std::uint64_t run(const Program& program, std::uint64_t count) {
  std::vector<std::uint64_t> stack;
  const auto pop = [&stack] {
    const std::uint64_t top = stack.back();
    stack.pop_back();
    return top;
  };
  for (const KioskPage& step : program) {
    if (step.operation == Operation::kNumber) {
      stack.push_back(step.number);
    } else if (step.operation == Operation::kCount) {
      stack.push_back(count);
    } else if (step.operation == Operation::kNot) {
      stack.back() = stack.back() == 0;
    } else if (step.operation == Operation::kChoose) {
      const std::uint64_t otherwise = pop();
      const std::uint64_t then = pop();
      stack.back() = stack.back() != 0 ? then : otherwise;
    } else {
      const std::uint64_t right = pop();
      stack.back() = apply(step.operation, stack.back(), right);
    }
  }
  return stack.back();
}

// Recursive descent; each function returns whether its part of the grammar was there, and emits its steps.
class PluralParser {
 public:
  explicit PluralParser(std::string_view text) : rest_(text) {}

  std::optional<Program> parse() {
    if (!choice() || !at_end() || program_.size() > kMostSteps) return std::nullopt;
    return program_;
  }

 private:
  bool choice() {  // condition ? a : b
    if (++depth_ > kDeepest || !binary(1)) return false;
    if (accept("?")) {
      if (!choice() || !accept(":") || !choice()) return false;
      emit({Operation::kChoose});
    }
    --depth_;
    return true;
  }

  bool binary(int weakest) {
    if (!unary()) return false;
    while (const Operator* next = accept_operator(weakest)) {
      if (!binary(next->binding + 1)) return false;
      emit({next->operation});
    }
    return program_.size() <= kMostSteps;
  }

  bool unary() {
    if (accept("!")) {
      if (++depth_ > kDeepest || !unary()) return false;
      --depth_;
      emit({Operation::kNot});
      return true;
    }
    if (accept("(")) return choice() && accept(")");
    if (accept("n")) {
      emit({Operation::kCount});
      return true;
    }
    return number();
  }

  bool number() {
    skip_spaces();
    std::uint64_t value = 0;
    const auto [end, problem] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (problem != std::errc()) return false;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    emit({Operation::kNumber, value});
    return true;
  }

  const Operator* accept_operator(int weakest) {
    skip_spaces();
    for (const Operator& candidate : kOperators) {
      if (!rest_.starts_with(candidate.sign)) continue;
      if (candidate.binding < weakest) return nullptr;
      rest_.remove_prefix(candidate.sign.size());
      return &candidate;
    }
    return nullptr;
  }

  bool accept(std::string_view sign) {
    skip_spaces();
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  bool at_end() {
    skip_spaces();
    return rest_.empty();
  }

  void skip_spaces() {
    const auto first = rest_.find_first_not_of(" \t\n");
    rest_.remove_prefix(std::min(first, rest_.size()));
  }

  void emit(KioskPage step) { program_.push_back(step); }

  std::string_view rest_;
  Program program_;
  int depth_ = 0;
};

// The value of "key=value;" in the header.
std::string_view field(std::string_view header, std::string_view key) {
  const auto start = header.find(key);
  if (start == std::string_view::npos) return {};
  header.remove_prefix(start + key.size());
  return header.substr(0, header.find(';'));
}

}  // namespace

Result<PluralForms> parse_plural_forms(std::string_view header) {
  const auto count = PluralParser(field(header, "nplurals=")).parse();
  const std::uint64_t forms = count ? run(*count, 0) : 0;
  if (forms < 1 || forms > kMostForms) {
    return Error{"Plural-Forms must begin with nplurals= and a number from 1 to 6"};
  }
  auto program = PluralParser(field(header, "plural=")).parse();
  if (!program) {
    return Error{"Plural-Forms has an expression that cannot be read; copy that of the gettext manual"};
  }
  return PluralForms{forms, [program = *std::move(program), forms](std::uint64_t n) -> std::size_t {
                       const std::uint64_t form = run(program, n);
                       return form < forms ? form : 0;
                     }};
}

}  // namespace tertulia::formats
