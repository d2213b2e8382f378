// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/syntax.h"

#include <initializer_list>
#include <optional>

#include "firmware/formats/expressions/tokens.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

// Reads by descent (XPath 1.0, sections 2 and 3). After the first error all of its functions return at once.
class Reader {
 public:
  explicit Reader(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  Compiled<Expr> read() {
    if (is_end()) return ExpressionError{1, "The expression is empty."};
    Expr expr = read_or();
    if (!error_ && !is_end()) unexpected();
    if (error_) return *std::move(error_);
    return expr;
  }

 private:
  [[nodiscard]] const Token& now() const { return tokens_[at_]; }
  [[nodiscard]] const Token& after() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
  [[nodiscard]] bool is_end() const { return now().kind == TokenKind::kEnd; }
  [[nodiscard]] bool is_mark(std::string_view text) const { return now().is(TokenKind::kMark, text); }

  bool take_mark(std::string_view text) {
    const bool found = !error_ && is_mark(text);
    if (found) ++at_;
    return found;
  }

  void fail(std::size_t position, std::string message) {
    if (!error_) error_ = ExpressionError{position, std::move(message)};
  }

  void unexpected() {
    const Token& token = now();
    if (is_end() && !open_.empty())
      return fail(open_.back().position, "This " + open_.back().text + " is never closed: write " +
                                             (open_.back().text == "(" ? ")" : "]") + " where it ends.");
    if (is_end()) return fail(token.position, "Something is missing at the end: a name, a number or a text.");
    if (is_mark(")") || is_mark("]"))
      return fail(token.position, "This " + token.text + " closes nothing: delete it, or open it before.");
    if (token.is(TokenKind::kMark, ","))
      return fail(token.position, "A comma stands only between the arguments of a function.");
    if (token.kind == TokenKind::kOperator)
      return fail(token.position, "Something is missing before " + in_quotes(token.text) + ".");
    fail(token.position, "An operator is missing before this: write and, or, a comma, = or another.");
  }

  // False after an error: too deep, or too many parts.
  bool enter(std::size_t position) {
    if (++depth_ > kDeepestExpression)
      fail(position,
           "Brackets are nested more than " + std::to_string(kDeepestExpression) + " deep: split it.");
    if (++parts_ > kMostParts)
      fail(position,
           "This has more than " + std::to_string(kMostParts) + " parts: split it into calculations.");
    return !error_;
  }

  using Rule = Expr (Reader::*)();

  // Operands of one kind with operators between them, as one node.
  Expr read_chain(ExprKind kind, std::initializer_list<std::string_view> signs, Rule operand) {
    Expr first = (this->*operand)();
    if (error_ || now().kind != TokenKind::kOperator || !is_one_of(now().text, signs)) return first;
    Expr chain;
    chain.kind = kind;
    chain.position = first.position;
    chain.operands.push_back(std::move(first));
    while (!error_ && now().kind == TokenKind::kOperator && is_one_of(now().text, signs)) {
      chain.signs.push_back(now().text);
      ++at_;
      chain.operands.push_back((this->*operand)());
    }
    if (kind != ExprKind::kSum && kind != ExprKind::kOr && kind != ExprKind::kAnd &&
        kind != ExprKind::kUnion && chain.signs.size() > kDeepestExpression)
      fail(chain.position, "Too many operators in a row: put some of them into a calculation.");
    return chain;
  }

  Expr read_or() {
    Expr expr;
    if (enter(now().position)) expr = read_chain(ExprKind::kOr, {"or"}, &Reader::read_and);
    --depth_;
    return expr;
  }
  Expr read_and() { return read_chain(ExprKind::kAnd, {"and"}, &Reader::read_equality); }
  Expr read_equality() { return read_chain(ExprKind::kCompare, {"=", "!="}, &Reader::read_relation); }
  Expr read_relation() { return read_chain(ExprKind::kCompare, {"<", "<=", ">", ">="}, &Reader::read_sum); }
  Expr read_sum() { return read_chain(ExprKind::kSum, {"+", "-"}, &Reader::read_product); }
  Expr read_product() { return read_chain(ExprKind::kProduct, {"*", "div", "mod"}, &Reader::read_unary); }

  Expr read_unary() {
    bool is_negative = false;
    bool is_signed = false;
    const std::size_t position = now().position;
    for (; now().is(TokenKind::kOperator, "-"); ++at_) {
      is_negative = !is_negative;
      is_signed = true;
    }
    Expr operand = read_chain(ExprKind::kUnion, {"|"}, &Reader::read_path);
    if (!is_signed) return operand;
    Expr negated;
    negated.kind = ExprKind::kNegate;
    negated.position = position;
    negated.text = is_negative ? "-" : "--";
    negated.operands.push_back(std::move(operand));
    return negated;
  }

  Expr read_path() {
    Expr path;
    path.kind = ExprKind::kPath;
    path.position = now().position;
    if (!enter(path.position)) return path;
    --depth_;
    if (is_mark("/") || is_mark("//")) {
      path.start = PathStart::kRoot;
      if (is_mark("/") && (after().kind == TokenKind::kEnd || !begins_step(after()))) {
        ++at_;
        return path;
      }
      read_steps(path);
      return path;
    }
    if (begins_step(now()) && !begins_call()) {
      read_step(path);
      read_steps(path);
      return path;
    }
    return read_from_value();
  }

  static bool begins_step(const Token& token) {
    return token.kind == TokenKind::kName ||
           (token.kind == TokenKind::kMark && is_one_of(token.text, {".", "..", "@"}));
  }

  // A name before a bracket is a function, unless it tests the kind of a node.
  [[nodiscard]] bool begins_call() const {
    return now().kind == TokenKind::kName && after().is(TokenKind::kMark, "(") &&
           !is_one_of(now().text, {"node", "text", "comment"});
  }

  Expr read_from_value() {
    Expr value = read_primary();
    std::vector<Expr> predicates = read_predicates();
    const bool goes_on = is_mark("/") || is_mark("//");
    const bool is_path = value.kind == ExprKind::kPath && value.steps.empty() && value.predicates.empty() &&
                         value.start == PathStart::kReference;
    if (error_ || (!goes_on && predicates.empty())) return value;
    Expr path;
    path.kind = ExprKind::kPath;
    path.position = value.position;
    if (is_path) {
      path = std::move(value);
    } else {
      path.start = PathStart::kValue;
      path.operands.push_back(std::move(value));
    }
    path.predicates = std::move(predicates);
    read_steps(path);
    return path;
  }

  Expr read_primary() {
    Expr expr;
    const Token token = now();
    expr.position = token.position;
    expr.text = token.text;
    if (token.kind == TokenKind::kNumber || token.kind == TokenKind::kLiteral) {
      expr.kind = token.kind == TokenKind::kNumber ? ExprKind::kNumber : ExprKind::kLiteral;
      ++at_;
    } else if (token.kind == TokenKind::kReference) {
      expr.kind = ExprKind::kPath;
      expr.start = PathStart::kReference;
      ++at_;
    } else if (begins_call()) {
      expr.kind = ExprKind::kCall;
      read_arguments(expr);
    } else if (is_mark("(")) {
      open(token);
      expr = read_or();
      close(")");
    } else {
      unexpected();
    }
    return expr;
  }

  void open(const Token& token) {
    open_.push_back(token);
    ++at_;
  }

  void close(std::string_view mark) {
    if (error_) return;
    if (!take_mark(mark)) return unexpected();
    open_.pop_back();
  }

  void read_arguments(Expr& call) {
    ++at_;
    open(now());
    if (!is_mark(")")) {
      do {
        if (is_mark(",") || is_mark(")")) fail(now().position, "An argument is missing before this.");
        call.operands.push_back(read_or());
      } while (take_mark(","));
    }
    close(")");
  }

  std::vector<Expr> read_predicates() {
    std::vector<Expr> predicates;
    while (!error_ && is_mark("[")) {
      open(now());
      predicates.push_back(read_or());
      close("]");
    }
    return predicates;
  }

  void read_steps(Expr& path) {
    while (!error_ && (is_mark("/") || is_mark("//"))) {
      if (is_mark("//")) path.steps.push_back({"descendant-or-self", "node()", {}, now().position});
      ++at_;
      if (!begins_step(now())) return fail(now().position, "A name is missing behind the slash.");
      read_step(path);
    }
  }

  void read_step(Expr& path) {
    if (++parts_ > kMostParts) return fail(now().position, "This path has too many parts.");
    Step step{"child", "node()", {}, now().position};
    if (take_mark(".")) {
      step.axis = "self";
    } else if (take_mark("..")) {
      step.axis = "parent";
    } else {
      if (take_mark("@")) {
        step.axis = "attribute";
      } else if (after().is(TokenKind::kMark, "::")) {
        step.axis = now().text;
        at_ += 2;
      }
      if (now().kind != TokenKind::kName) return fail(now().position, "A name is missing here.");
      step.test = now().text;
      ++at_;
      if (take_mark("(")) {
        step.test += "()";
        if (!take_mark(")")) return fail(now().position, "Write ) behind this.");
      }
    }
    step.predicates = read_predicates();
    path.steps.push_back(std::move(step));
  }

  std::vector<Token> tokens_;
  std::vector<Token> open_;  // the brackets that are
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t parts_ = 0;
  std::optional<ExpressionError> error_;
};

}  // namespace

Compiled<Expr> syntax_of(std::string_view expression) {
  auto tokens = tokens_of(expression);
  if (!tokens) return tokens.error();
  return Reader(std::move(tokens).value()).read();
}

}  // namespace tertulia::formats
