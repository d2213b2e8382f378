// SPDX-License-Identifier: Apache-2.0
// Evaluates expressions with libxml2 over the answers of one respondent. Work and texts of one evaluation are
// bounded: see evaluation.h. One thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/domain/result.h"
#include "firmware/formats/expressions/choice_tables.h"
#include "firmware/formats/expressions/evaluation.h"
#include "firmware/formats/expressions/instance.h"
#include "firmware/formats/expressions/translation.h"
#include "firmware/formats/expressions/values.h"

struct _xmlXPathCompExpr;  // libxml2's own name

namespace tertulia::formats {

// An expression that is compiled once and evaluated often. Immutable.
class Expression {
 public:
  // Errors: what syntax_of() and translate() say.
  [[nodiscard]] static Compiled<Expression> compile(std::string_view text, const Scope& scope);
  [[nodiscard]] static Compiled<Expression> compile(const Expr& syntax, const Scope& scope);

  [[nodiscard]] const std::vector<Read>& reads() const { return translation_.reads; }
  [[nodiscard]] ResultKind result() const { return translation_.result; }
  [[nodiscard]] bool is_volatile() const { return translation_.is_volatile; }
  [[nodiscard]] bool follows_clock() const { return translation_.follows_clock; }
  [[nodiscard]] _xmlXPathCompExpr* compiled() const { return compiled_.get(); }

 private:
  struct Free {
    void operator()(_xmlXPathCompExpr* compiled) const;
  };
  Expression(Translation translation, _xmlXPathCompExpr* compiled);
  Translation translation_;
  std::unique_ptr<_xmlXPathCompExpr, Free> compiled_;
};

class Evaluator {
 public:
  // All must outlive it.
  Evaluator(Instance& instance, const ChoiceTables& tables);
  ~Evaluator();

  void set_context(EvaluationContext context);
  [[nodiscard]] const EvaluationContext& context() const;

  // Node-sets of the result are valid until the next call. Errors: too much work, a text that grew too long,
  // a regular expression that takes too long.
  [[nodiscard]] Result<Value> evaluate(const Expression& expression, InstanceNode& self);
  // The same for a filter of the rows of a table, where names are columns.
  [[nodiscard]] Result<Value> evaluate(const Expression& expression, InstanceNode& self, TableId table,
                                       RowNumber row);

  // Operations of all evaluations so far.
  [[nodiscard]] unsigned long spent() const { return spent_; }

 private:
  struct State;
  Result<Value> run(const Expression& expression, InstanceNode& self, _xmlNode* at);
  std::unique_ptr<State> state_;
  unsigned long spent_ = 0;
};

}  // namespace tertulia::formats
