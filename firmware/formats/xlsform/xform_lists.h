// SPDX-License-Identifier: Apache-2.0
// The choices of an XForm: items of a control, of an instance or of a file beside the form. Internal to the
// reader of XForms.
#pragma once

#include <map>
#include <set>
#include <string>

#include "firmware/formats/xlsform/xform_document.h"
#include "firmware/formats/xlsform/xform_sheet.h"

namespace tertulia::formats {

class XFormLists {
 public:
  // Both must outlive it.
  XFormLists(const XFormNode& model, const XFormTexts& texts);

  void begin() { choices_.begin_row(0); }
  // The name of the control's list, which is written where it is new.
  [[nodiscard]] std::string name_of(const XFormNode& control);
  // "select_one_from_file cities.csv" where the choices of the nodeset come from a file, or from other
  // answers; else the type as it is.
  [[nodiscard]] std::string with_file(const std::string& type, const std::string& nodeset) const;
  // With those lists that no control has: expressions may read them.
  [[nodiscard]] Sheet finished();

 private:
  void write_list(const std::string& id, const XFormNode& instance, const XFormNode* itemset);
  void write_choice(const std::string& list, const XFormNode& item, const std::string& value,
                    const std::string& label);

  const XFormTexts& texts_;
  std::map<std::string, const XFormNode*> instances_;  // all but the form's own, by id
  std::set<std::string> written_;
  int inline_lists_ = 0;
  XFormSheet choices_{"choices"};
};

}  // namespace tertulia::formats
