// SPDX-License-Identifier: Apache-2.0
// An expression as a tree, and the reader that makes it. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/expressions/expression_error.h"

namespace tertulia::formats {

enum class ExprKind { kNumber, kLiteral, kPath, kCall, kOr, kAnd, kCompare, kSum, kProduct, kNegate, kUnion };
enum class PathStart { kHere, kRoot, kReference, kValue };  // x, /x, ${x}, f()/x

struct Step;

struct Expr {
  ExprKind kind = ExprKind::kLiteral;
  std::size_t position = 1;
  std::string text;            // of a literal; the digits of a number; the name of a function or a reference
  std::vector<Expr> operands;  // also the arguments of a call, and what a path of kValue starts from
  std::vector<std::string> signs;  // between the operands of kCompare, kSum and kProduct
  PathStart start = PathStart::kHere;
  std::vector<Expr> predicates;  // of what a path of kReference or kValue starts from
  std::vector<Step> steps;
};

struct Step {
  std::string axis;  // "child", "parent", "self", "descendant-or-self", ...
  std::string test;  // "name", "*", "node()", "text()"
  std::vector<Expr> predicates;
  std::size_t position = 1;
};

inline constexpr std::size_t kDeepestExpression = 100;  // brackets within brackets
inline constexpr std::size_t kMostParts = 5000;         // operands, arguments and steps of an expression

// Errors: brackets that do not match, an operand or operator that is missing, too deep, too many parts.
[[nodiscard]] Compiled<Expr> syntax_of(std::string_view expression);

}  // namespace tertulia::formats
