// SPDX-License-Identifier: Apache-2.0
// What the <model> of an XForm says about its answers: their paths, binds, and what they are set to. Internal
// to the reader of XForms.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "firmware/formats/xlsform/xform_document.h"

namespace tertulia::formats {

class XFormModel {
 public:
  // Both must outlive it. `body` sets values, too.
  XFormModel(const XFormNode& model, const XFormNode& body);

  // The root of the form's own instance, the first; null when there is none.
  [[nodiscard]] const XFormNode* data() const { return data_; }
  [[nodiscard]] const std::vector<const XFormNode*>& binds() const { return in_order_; }
  // Binds of what an earlier one binds; and what sets a value that is not there, or after no answer.
  [[nodiscard]] const std::vector<const XFormNode*>& second_binds() const { return second_binds_; }
  [[nodiscard]] const std::vector<const XFormNode*>& idle_setvalues() const { return idle_setvalues_; }

  // Absolute, of a reference within the node at `context`.
  [[nodiscard]] std::string path_of(const std::string& reference, const std::string& context = "") const;
  // Of what a control asks for, by its `ref`, `nodeset` or `bind`; empty when it names nothing that is there.
  [[nodiscard]] std::string path_of(const XFormNode& control, const std::string& context) const;
  [[nodiscard]] const XFormNode* node_at(const std::string& path) const;  // of the instance; null: none
  [[nodiscard]] const XFormNode* bind_of(const std::string& path) const;  // null when there is none
  [[nodiscard]] std::string default_of(const std::string& path) const;
  // The value that it is set to when another answer changes, and that answer.
  [[nodiscard]] std::optional<std::pair<std::string, std::string>> triggered(const std::string& path) const;

  // "/data/group/a > 5" as "${a} > 5". Where several are called a, the path stays. An instance that is a file
  // of another name is called like the file, and that of the answers before "__last-saved".
  [[nodiscard]] std::string expression(const std::string& xpath) const;
  // A text with "${/data/group/a}" or "${../a}" in it, as of the node at `context`, in the same way.
  [[nodiscard]] std::string text(const std::string& text, const std::string& context) const;

 private:
  [[nodiscard]] std::optional<std::string> unique_name(const std::string& path) const;
  [[nodiscard]] std::string reference(const std::string& path) const;
  [[nodiscard]] std::string path_in_data(const std::string& path) const;
  void note_values(const XFormNode& node, const std::string& path);
  void note_setvalues(const XFormNode& node, const std::string& control);
  void note_setvalue(const XFormNode& setvalue, const std::string& control);
  [[nodiscard]] std::string value_of(const XFormNode& setvalue) const;
  [[nodiscard]] std::string default_by(const XFormNode& setvalue) const;
  void note_file(const XFormNode& instance);

  const XFormNode* data_ = nullptr;
  std::string root_;
  std::vector<const XFormNode*> in_order_;
  std::vector<const XFormNode*> second_binds_;
  std::vector<const XFormNode*> idle_setvalues_;
  std::map<std::string, const XFormNode*> binds_;                         // by path
  std::map<std::string, std::string> paths_by_bind_;                      // by id
  std::map<std::string, std::string> defaults_;                           // by path
  std::map<std::string, std::pair<std::string, std::string>> triggered_;  // by path: value and trigger
  std::map<std::string, const XFormNode*> nodes_;                         // of the instance, by path
  std::map<std::string, std::string> files_;                              // by id of an instance
  std::map<std::string, int> called_;                                     // how many paths end in a name
};

}  // namespace tertulia::formats
