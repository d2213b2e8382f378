// SPDX-License-Identifier: Apache-2.0
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "firmware/formats/expressions/bounded_xpath.h"
#include "firmware/formats/expressions/evaluator.h"

namespace tertulia::formats {

void Expression::Free::operator()(_xmlXPathCompExpr* compiled) const { xmlXPathFreeCompExpr(compiled); }

Expression::Expression(Translation translation, _xmlXPathCompExpr* compiled)
    : translation_(std::move(translation)), compiled_(compiled) {}

Compiled<Expression> Expression::compile(std::string_view text, const Scope& scope) {
  const auto syntax = syntax_of(text);
  if (!syntax) return syntax.error();
  return compile(syntax.value(), scope);
}

Compiled<Expression> Expression::compile(const Expr& syntax, const Scope& scope) {
  auto translation = translate(syntax, scope);
  if (!translation) return translation.error();
  xmlXPathContext* context = xmlXPathNewContext(nullptr);
  bound_and_silence(*context);
  xmlXPathCompExpr* compiled =
      xmlXPathCtxtCompile(context, reinterpret_cast<const xmlChar*>(translation.value().xpath.c_str()));
  xmlXPathFreeContext(context);
  if (compiled == nullptr)
    return ExpressionError{syntax.position,
                           "The expression is too long or too deep: split it into calculations."};
  return Expression(std::move(translation).value(), compiled);
}

}  // namespace tertulia::formats
