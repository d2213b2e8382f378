// SPDX-License-Identifier: Apache-2.0
// Small XLSForms for tests, in the CSV flavour.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "firmware/formats/xlsform/xlsform.h"

namespace tertulia::formats {

struct FormReading {
  std::optional<Questionnaire> form;
  Findings findings;
  Question none;

  // By name, wherever it stands.
  [[nodiscard]] const Question& question(const std::string& name) const {
    const Question* found = form ? form->find(name) : nullptr;
    EXPECT_NE(found, nullptr) << name;
    return found == nullptr ? none : *found;
  }
};

inline FormReading read_csv(const std::string& text) {
  FormReading reading;
  reading.form = read_form({"forms/pulse.csv", text}, "en", reading.findings);
  return reading;
}

// Row 1 names the sheet, row 2 is `header`, the rows follow: `,text,name,label`.
inline FormReading read_survey_rows(const std::string& header, const std::string& rows) {
  return read_csv("survey\n," + header + "\n" + rows +
                  "choices\n,list_name,name,label\n,yesno,yes,Yes\n,yesno,no,No\n"
                  ",five,1,One\n,five,2,Two\n,five,3,Three\n,five,4,Four\n,five,5,Five\n");
}

}  // namespace tertulia::formats
