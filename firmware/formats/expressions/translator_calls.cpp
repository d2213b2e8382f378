// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/formats/expressions/dates.h"
#include "firmware/formats/expressions/regular_expression.h"
#include "firmware/formats/expressions/tokens.h"
#include "firmware/formats/expressions/translator.h"
#include "firmware/formats/text/nearest.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

bool wants_nodes(std::string_view function) {
  return is_one_of(function, {"count", "sum", "count-non-empty", "randomize", "position"});
}

std::string runtime_name(std::string_view function) {
  std::string name = "odk-" + std::string(function);
  std::replace(name.begin(), name.end(), ':', '-');
  return name;
}

}  // namespace

Written Translator::write_call(const Expr& call, const Where& where) {
  const FunctionEntry* function = find_function(call.text);
  if (function == nullptr) {
    if (is_beyond_kiosk(call.text))
      fail_beyond_kiosk(call.position, why_no_function(call.text));
    else
      fail(call.position, why_no_function(call.text));
    return {};
  }
  if (call.operands.size() < function->least || call.operands.size() > function->most) {
    fail(call.position, wrong_arguments(*function, call.operands.size()));
    return {};
  }
  check_arguments(call);
  result_.is_volatile = result_.is_volatile || function->is_volatile;
  result_.follows_clock = result_.follows_clock || call.text == "now" || call.text == "today";
  if (call.text == "instance") return write_instance(call);
  if (call.text == "pulldata") return write_pulldata(call, where);
  if (call.text == "indexed-repeat") return write_indexed_repeat(call, where);
  if (call.text == "jr:choice-name") return write_choice_name(call, where);
  if (call.text == "join") return write_join(call, where);
  if (call.text == "current") return {"$c", ResultKind::kNodes, at_node(scope_.self)};
  if (call.operands.empty() && is_one_of(call.text, {"position", "last", "true", "false"}))
    return {call.text + "()", function->result, {}};
  if (call.operands.empty() && function->most == 1 && call.text != "uuid") {
    add_reads(where);
    return {runtime_name(call.text) + "(.)", function->result, {}};
  }
  if (call.text == "boolean") return {write_truth(call.operands[0], where), ResultKind::kBoolean, {}};
  Written written{runtime_name(call.text) + "(", function->result, {}};
  written.xpath += write_arguments(call, where) + ")";
  return written;
}

std::string Translator::write_arguments(const Expr& call, const Where& where, std::size_t from) {
  std::string xpath;
  for (std::size_t at = from; at < call.operands.size() && !error_; ++at) {
    const Written argument = write(call.operands[at], where);
    if (at == 0 && wants_nodes(call.text) && argument.kind != ResultKind::kNodes &&
        argument.kind != ResultKind::kAny)
      fail(call.operands[at].position,
           call.text + "() wants a question, and this is a text, a number or a condition.");
    xpath += (at == from ? "" : ",") + argument.xpath;
  }
  return xpath;
}

// What is wrong whatever the answers are.
void Translator::check_arguments(const Expr& call) {
  const auto literal = [&](std::size_t at) { return call.operands[at].kind == ExprKind::kLiteral; };
  if (call.text == "regex" && literal(1)) {
    if (const std::string fault = wrong_in_pattern(call.operands[1].text); !fault.empty())
      fail(call.operands[1].position, fault);
  } else if (call.text.starts_with("format-date") && literal(1)) {
    if (const std::string fault = wrong_in_format(call.operands[1].text); !fault.empty())
      fail(call.operands[1].position, fault);
  } else if (call.text == "weighted-checklist" && call.operands.size() % 2 != 0) {
    fail(call.position, "weighted-checklist() takes a weight behind each answer, and one is missing.");
  } else if (call.text == "indexed-repeat" && call.operands.size() % 2 == 0) {
    fail(call.position, "indexed-repeat() takes a number behind each repeat, and one is missing.");
  } else if (call.text == "digest" && literal(1)) {
    if (!is_one_of(upper_ascii(call.operands[1].text), {"MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"}))
      fail(call.operands[1].position, "digest() knows MD5, SHA-1, SHA-256, SHA-384 and SHA-512.");
  }
}

std::optional<TableId> Translator::table_named_by(const Expr& expr) {
  if (expr.kind != ExprKind::kLiteral) {
    fail(expr.position, "Write the name of the list in quotes: which list it is cannot change.");
    return std::nullopt;
  }
  const auto table = scope_.tables->find(expr.text);
  if (table) return table;
  const std::string meant = suggestion(expr.text, scope_.tables->names());
  const std::string message = "There is no list or file " + in_quotes(expr.text) + ".";
  if (!meant.empty()) {
    fail(expr.position, message + meant);
    return std::nullopt;
  }
  const bool names_file = without_table_ending(expr.text) != expr.text;
  const std::string file = names_file ? expr.text : expr.text + ".csv";  // that phones load beside the form
  fail_beyond_kiosk(expr.position, message + " Put the file " + in_quotes(file) + " beside the form.");
  return std::nullopt;
}

Written Translator::write_instance(const Expr& call) {
  if (call.operands[0].text == kLastSavedInstance) return nothing();
  const auto table = table_named_by(call.operands[0]);
  if (!table) return {};
  Written written{"odk-instance(" + std::to_string(*table) + ")", ResultKind::kNodes, {}};
  written.where.kind = Where::Kind::kTable;
  written.where.table = *table;
  return written;
}

Written Translator::write_pulldata(const Expr& call, const Where& where) {
  const auto table = table_named_by(call.operands[0]);
  if (!table) return {};
  std::string xpath = "odk-pulldata(" + std::to_string(*table);
  for (const std::size_t at : {1U, 2U}) {
    const Expr& name = call.operands[at];
    const auto column = scope_.tables->at(*table).column(name.text);
    if (name.kind != ExprKind::kLiteral) {
      fail(name.position, "Write the name of the column in quotes.");
    } else if (!column) {
      const auto& columns = scope_.tables->at(*table).columns();
      fail(name.position, "The file " + in_quotes(scope_.tables->at(*table).name()) + " has no column " +
                              in_quotes(name.text) + "." +
                              suggestion(name.text, {columns.begin(), columns.end()}));
    } else {
      if (at == 2) scope_.tables->at(*table).index(*column);
      xpath += "," + std::to_string(*column);
    }
  }
  return {xpath + "," + write(call.operands[3], where).xpath + ")", ResultKind::kText, {}};
}

// The node of the form that a ${name} or an absolute path means.
std::optional<SchemaId> Translator::node_named_by(const Expr& expr) {
  std::optional<SchemaId> node;
  if (expr.kind == ExprKind::kPath && expr.start == PathStart::kReference && expr.steps.empty()) {
    const auto found = resolve(expr.text, expr.position, *scope_.schema, scope_.self);
    if (!found) fail(found.error().position, found.error().message);
    if (found) node = found.value();
  } else if (expr.kind == ExprKind::kPath) {
    Where where = at_node(scope_.self);
    if (expr.start == PathStart::kRoot) where.nodes.clear();
    for (const Step& step : expr.steps) {
      auto next = after_step(where, step, scope_);
      where = next ? std::move(next).value() : Where{};
    }
    const bool is_plain = expr.start == PathStart::kRoot || expr.start == PathStart::kHere;
    if (is_plain && where.kind == Where::Kind::kForm && where.nodes.size() == 1) node = where.nodes[0];
  }
  if (!node) fail(expr.position, "Write a question here, as ${name}.");
  return node;
}

Written Translator::write_indexed_repeat(const Expr& call, const Where& where) {
  const auto wanted = node_named_by(call.operands[0]);
  if (!wanted) return {};
  std::string xpath = "odk-indexed-repeat(" + std::to_string(*wanted);
  SchemaId outermost = *wanted;
  for (std::size_t at = 1; at + 1 < call.operands.size(); at += 2) {
    const auto repeat = node_named_by(call.operands[at]);
    if (!repeat) return {};
    if (scope_.schema->node(*repeat).kind != NodeKind::kRepeat ||
        !scope_.schema->is_inside(*wanted, *repeat)) {
      fail(call.operands[at].position, in_quotes(scope_.schema->node(*repeat).name) +
                                           " is no repeat that has " +
                                           in_quotes(scope_.schema->node(*wanted).name) + " inside.");
      return {};
    }
    if (scope_.schema->node(*repeat).depth < scope_.schema->node(outermost).depth) outermost = *repeat;
    xpath += "," + std::to_string(*repeat) + "," + write(call.operands[at + 1], where).xpath;
  }
  Written written{xpath + ")", ResultKind::kNodes, at_node(*wanted)};
  written.where.anchor = scope_.schema->common_ancestor(scope_.schema->node(outermost).parent, scope_.self);
  written.where.is_chosen = true;
  add_reads(written.where);
  return written;
}

Written Translator::write_choice_name(const Expr& call, const Where& where) {
  const Expr& named = call.operands[1];
  std::optional<SchemaId> node;
  if (named.kind == ExprKind::kLiteral) {  // '${name}' or '/data/name', as ODK wants it
    const std::string text(trim(named.text));
    auto syntax = syntax_of(text);
    if (syntax) {
      Expr inner = std::move(syntax).value();
      inner.position = named.position;
      if (inner.text.starts_with(kLastSaved)) inner.text.erase(0, kLastSaved.size());
      node = node_named_by(inner);
    } else {
      fail(named.position, "Write the question in quotes, as '${name}'.");
    }
  } else {
    node = node_named_by(named);
  }
  if (!node) return {};
  const auto list =
      scope_.lists != nullptr && *node < scope_.lists->size() ? (*scope_.lists)[*node] : std::nullopt;
  if (!list) {
    fail(named.position,
         in_quotes(scope_.schema->node(*node).name) + " has no choices, so they have no names.");
    return {};
  }
  if (const auto name = scope_.tables->at(*list).column("name")) scope_.tables->at(*list).index(*name);
  return {"odk-choice-name(" + std::to_string(*list) + "," + write(call.operands[0], where).xpath + ")",
          ResultKind::kText,
          {}};
}

// libxml2 sorts node-sets into document order before a function sees them: a shuffle has to be done by the
// function.
Written Translator::write_join(const Expr& call, const Where& where) {
  const bool is_shuffled = call.operands.size() == 2 && call.operands[1].kind == ExprKind::kCall &&
                           call.operands[1].text == "randomize";
  if (!is_shuffled) return {"odk-join(" + write_arguments(call, where) + ")", ResultKind::kText, {}};
  const Expr& shuffle = call.operands[1];
  if (shuffle.operands.empty() || shuffle.operands.size() > 2) {
    fail(shuffle.position, wrong_arguments(*find_function("randomize"), shuffle.operands.size()));
    return {};
  }
  result_.is_volatile = true;
  return {"odk-join-shuffled(" + write(call.operands[0], where).xpath + "," +
              write_arguments(shuffle, where) + ")",
          ResultKind::kText,
          {}};
}

}  // namespace tertulia::formats
