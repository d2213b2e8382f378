// SPDX-License-Identifier: Apache-2.0
// The choices of an XForm: items of a control, of an instance or of a file beside the form. Internal to the
// reader of XForms.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "firmware/formats/xlsform/xform_document.h"
#include "firmware/formats/xlsform/xform_model.h"
#include "firmware/formats/xlsform/xform_nodeset.h"
#include "firmware/formats/xlsform/xform_sheet.h"

namespace tertulia::formats {

class XFormLists {
 public:
  // All must outlive it.
  XFormLists(const XFormNode& head, const XFormModel& model, const XFormTexts& texts,
             const XFormReport& report);

  void begin() { choices_.begin_row(0); }
  // The name of the control's list, which is written where it is new. Whatever keeps it from having choices
  // is reported as wrong. `nodeset` is that of its <itemset>.
  [[nodiscard]] std::string name_of(const XFormNode& control, const Nodeset& nodeset);
  // "select_one_from_file cities.csv" where the choices of the nodeset come from a file, or from other
  // answers; else the type as it is.
  [[nodiscard]] std::string with_file(const std::string& type, const Nodeset& nodeset) const;
  // With those lists that no control has: expressions may read them.
  [[nodiscard]] Sheet finished();

 private:
  // Where an item has its value and its label: names of members, or a reference to a text.
  struct Members {
    std::string value;
    std::string label;
  };
  std::string name_of_items(const XFormNode& control);
  // False: there is no such choice.
  bool write_choice(const std::string& list, const XFormNode& item, const Members& members);
  void write_members(const std::string& list, const XFormNode& item, const Members& members);
  void write_unasked(const std::string& id, const XFormNode& instance);

  const XFormModel& model_;
  const XFormTexts& texts_;
  const XFormReport& report_;
  std::map<std::string, const XFormNode*> instances_;  // all but the form's own, by id
  std::map<std::string, std::string> written_;         // names of lists by what they are made of
  std::map<std::string, int> lists_of_;                // how many, by instance
  std::set<std::string> hiding_;                       // lists of which that has been said
  int inline_lists_ = 0;
  std::size_t choices_so_far_ = 0;
  XFormSheet choices_{"choices"};
};

}  // namespace tertulia::formats
