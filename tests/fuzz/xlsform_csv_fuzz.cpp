// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsform.h"
#include "tests/fuzz/fuzz_input.h"

// A form that is read has pages with questions, and languages.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tertulia;
  formats::Findings findings;
  const auto form = formats::read_form({"forms/form.csv", as_text(data, size)}, "en", findings);
  require(!form || !findings.any_wrong());
  if (!form) return 0;
  require(!form->pages.empty() && !form->languages.empty());
  for (const Page& page : form->pages) require(!page.questions.empty());
  return 0;
}
