// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/translation.h"

#include <algorithm>

#include "firmware/formats/expressions/path_walk.h"
#include "firmware/formats/expressions/translator.h"
#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

constexpr std::size_t kMostReads = 2000;
constexpr std::size_t kMostOfOneName = 1000;

// A literal cannot have both kinds of quotes: one of them has closed it.
std::string quoted(const std::string& text) {
  const std::string quote = text.find('\'') == std::string::npos ? "'" : "\"";
  return quote + text + quote;
}

}  // namespace

Compiled<SchemaId> resolve(std::string_view name, std::size_t position, const FormSchema& schema,
                           SchemaId self) {
  if (name.starts_with('/')) {
    const auto node = schema.find(name);
    if (node && *node != kRootNode) return *node;
    return ExpressionError{position, "There is no question at " + in_quotes(name) + "."};
  }
  std::optional<SchemaId> nearest;
  std::size_t deepest = 0;
  bool is_ambiguous = false;
  if (schema.called(name).size() > kMostOfOneName)
    return ExpressionError{position,
                           "More than 1000 questions are called " + in_quotes(name) + ": rename them."};
  for (const SchemaId id : schema.called(name)) {
    if (id == kRootNode) continue;
    const std::size_t depth = schema.node(schema.common_ancestor(id, self)).depth;
    is_ambiguous = nearest && (depth == deepest || (is_ambiguous && depth < deepest));
    if (nearest && depth <= deepest) continue;
    nearest = id;
    deepest = depth;
  }
  if (!nearest)
    return ExpressionError{
        position, "No question is called " + in_quotes(name) + "." + suggestion(name, schema.names())};
  if (is_ambiguous)
    return ExpressionError{position,
                           "More than one question is called " + in_quotes(name) + ": rename one of them."};
  return *nearest;
}

Compiled<Translation> translate(const Expr& expr, const Scope& scope) {
  return Translator(scope).translate(expr);
}

Compiled<Translation> Translator::translate(const Expr& expr) {
  Where where = at_node(scope_.self);
  if (scope_.row_of) {
    where = Where{};
    where.kind = Where::Kind::kTable;
    where.table = *scope_.row_of;
    where.level = 2;
  }
  Written written = write(expr, where);
  if (error_) return *std::move(error_);
  result_.xpath = std::move(written.xpath);
  result_.result = written.kind;
  return std::move(result_);
}

void Translator::fail(std::size_t position, std::string message) {
  if (!error_) error_ = ExpressionError{position, std::move(message)};
}

void Translator::fail_beyond_kiosk(std::size_t position, std::string message) {
  if (!error_) error_ = ExpressionError{position, std::move(message), true};
}

void Translator::add_reads(const Where& where) {
  if (where.kind != Where::Kind::kForm) return;
  const FormSchema& schema = *scope_.schema;
  for (const SchemaId node : where.nodes) {
    const SchemaId shared = schema.repeat_of(schema.common_ancestor(node, scope_.self));
    const bool crosses = shared != kRootNode && node != shared && !schema.is_inside(where.anchor, shared);
    const Read read{node, schema.common_ancestor(where.anchor, scope_.self), crosses && where.is_chosen};
    if (!is_read_.insert({{read.node, read.anchor}, read.is_indexed}).second) continue;
    result_.reads.push_back(read);
    if (result_.reads.size() > kMostReads)
      return fail(1, "The expression reads more than 2000 questions: name those that it wants.");
  }
}

Written Translator::write(const Expr& expr, const Where& where) {
  switch (expr.kind) {
    case ExprKind::kNumber:
      return {expr.text, ResultKind::kNumber, {}};
    case ExprKind::kLiteral:
      return {quoted(expr.text), ResultKind::kText, {}};
    case ExprKind::kPath:
      return write_path(expr, where);
    case ExprKind::kCall:
      return write_call(expr, where);
    case ExprKind::kOr:
    case ExprKind::kAnd:
      return write_logic(expr, where);
    case ExprKind::kCompare:
    case ExprKind::kProduct:
      return write_operators(expr, where);
    case ExprKind::kSum:
      return write_sum(expr, where);
    case ExprKind::kNegate: {
      const std::string operand = "odk-neg(" + write(expr.operands[0], where).xpath + ")";
      return {expr.text == "-" ? operand : "odk-neg(" + operand + ")", ResultKind::kNumber, {}};
    }
    case ExprKind::kUnion:
      return write_union(expr, where);
  }
  return {};
}

std::string Translator::write_truth(const Expr& expr, const Where& where) {
  const Written written = write(expr, where);
  return written.kind == ResultKind::kBoolean ? written.xpath : "odk-boolean(" + written.xpath + ")";
}

Written Translator::write_logic(const Expr& expr, const Where& where) {
  std::string xpath = "(";
  for (const Expr& operand : expr.operands) {
    if (&operand != &expr.operands.front()) xpath += expr.kind == ExprKind::kOr ? " or " : " and ";
    xpath += write_truth(operand, where);
  }
  return {xpath + ")", ResultKind::kBoolean, {}};
}

Written Translator::write_operators(const Expr& expr, const Where& where) {
  std::string xpath = write(expr.operands[0], where).xpath;
  for (std::size_t at = 0; at < expr.signs.size(); ++at) {
    const std::string& sign = expr.signs[at];
    const std::string name = sign == "="    ? "eq"
                             : sign == "!=" ? "ne"
                             : sign == "<"  ? "lt"
                             : sign == "<=" ? "le"
                             : sign == ">"  ? "gt"
                             : sign == ">=" ? "ge"
                             : sign == "*"  ? "mul"
                                            : sign;
    std::string call = "odk-";
    call.append(name).append("(").append(xpath).append(",");
    xpath = call.append(write(expr.operands[at + 1], where).xpath).append(")");
  }
  return {xpath, expr.kind == ExprKind::kCompare ? ResultKind::kBoolean : ResultKind::kNumber, {}};
}

Written Translator::write_sum(const Expr& expr, const Where& where) {
  std::string xpath = "odk-add(";
  for (std::size_t at = 0; at < expr.operands.size(); ++at) {
    const std::string operand = write(expr.operands[at], where).xpath;
    xpath += at == 0 ? operand : (expr.signs[at - 1] == "-" ? ",'-'," : ",'+',") + operand;
  }
  return {xpath + ")", ResultKind::kNumber, {}};
}

Written Translator::write_union(const Expr& expr, const Where& where) {
  Written all{"(", ResultKind::kNodes, {}};
  for (const Expr& operand : expr.operands) {
    const Written written = write(operand, where);
    if (written.kind != ResultKind::kNodes)
      fail(operand.position, "The sign | joins questions, and this is none: write or for a condition.");
    all.xpath += (&operand == &expr.operands.front() ? "" : "|") + written.xpath;
  }
  all.xpath += ")";
  return all;
}

}  // namespace tertulia::formats
