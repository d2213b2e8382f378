// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xform.h"
#include "firmware/formats/xlsform/xlsform.h"
#include "tests/fuzz/fuzz_input.h"

// The sheets that it is read as, and the form that comes of them.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  const formats::SourceFile source{"forms/form.xml", as_text(data, size)};
  formats::Findings findings;
  const auto book = formats::read_xform(source, findings);
  require(book.has_value() != findings.any_wrong());
  if (!book) return 0;
  require(book->find("survey") != nullptr);
  const auto form = formats::read_xlsform(source, *book, "en", findings);
  require(!form || (!findings.any_wrong() && !form->pages.empty() && !form->languages.empty()));
  return 0;
}
