// SPDX-License-Identifier: Apache-2.0
// A text of a form with ${name} in it: "Hello, ${name}." Immutable.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/formats/expressions/evaluator.h"

namespace tertulia::formats {

class TextTemplate {
 public:
  // Errors: an unknown name, a ${ without its }.
  [[nodiscard]] static Compiled<TextTemplate> compile(std::string_view text, const Scope& scope);

  // Answers are put in as they are stored; several of a repeat, the first.
  [[nodiscard]] std::string filled(Evaluator& evaluator, InstanceNode& self) const;
  // What the text has to be written anew for.
  [[nodiscard]] std::vector<Read> reads() const;

 private:
  struct Piece {
    std::string text;
    std::shared_ptr<const Expression> name;  // behind the text; may be null
  };
  std::vector<Piece> pieces_;
};

}  // namespace tertulia::formats
