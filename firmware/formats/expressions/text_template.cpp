// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/expressions/text_template.h"

#include "firmware/domain/utf8.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

std::size_t characters_in(std::string_view text) {
  std::size_t count = 0;
  each_code_point(text, [&](const CodePoint&) { ++count; });
  return count;
}

}  // namespace

Compiled<TextTemplate> TextTemplate::compile(std::string_view text, const Scope& scope) {
  TextTemplate result;
  std::size_t position = 1;
  while (true) {
    const std::size_t open = text.find("${");
    Piece piece{std::string(text.substr(0, open)), nullptr};
    position += characters_in(piece.text);
    if (open == std::string_view::npos) {
      result.pieces_.push_back(std::move(piece));
      return result;
    }
    text.remove_prefix(open);
    const std::size_t close = text.find('}');
    if (close == std::string_view::npos)
      return ExpressionError{position, "This ${ is never closed: write } behind the name."};
    auto name = Expression::compile(text.substr(0, close + 1), scope);
    if (!name) return ExpressionError{position, name.error().message};
    position += characters_in(text.substr(0, close + 1));
    text.remove_prefix(close + 1);
    piece.name = std::make_shared<const Expression>(std::move(name).value());
    result.pieces_.push_back(std::move(piece));
  }
}

std::string TextTemplate::filled(Evaluator& evaluator, InstanceNode& self) const {
  std::string text;
  for (const Piece& piece : pieces_) {
    text += piece.text;
    if (piece.name == nullptr) continue;
    if (const auto value = evaluator.evaluate(*piece.name, self)) text += text_of(value.value());
  }
  return text;
}

std::vector<Read> TextTemplate::reads() const {
  std::vector<Read> all;
  for (const Piece& piece : pieces_)
    if (piece.name != nullptr) all.insert(all.end(), piece.name->reads().begin(), piece.name->reads().end());
  return all;
}

}  // namespace tertulia::formats
