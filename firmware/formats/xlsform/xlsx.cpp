// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/xlsform/xlsx.h"

#include <utility>

#include "firmware/formats/containers/zip_archive.h"
#include "firmware/formats/text/strings.h"
#include "firmware/formats/xlsform/xlsx_parts.h"

namespace tertulia::formats {
namespace {

using Relations = std::map<std::string, std::string>;

const std::string* part(const FileMap& files, const std::string& name) {
  const auto found = files.find(name);
  return found == files.end() ? nullptr : &found->second;
}

// "xl/" and "workbook.xml" of "xl/workbook.xml".
std::pair<std::string, std::string> folder_and_name(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {"", path};
  return {path.substr(0, slash + 1), path.substr(slash + 1)};
}

Result<Relations> relations_of(const FileMap& files, const std::string& path) {
  const auto [folder, name] = folder_and_name(path);
  const std::string* xml = part(files, folder + "_rels/" + name + ".rels");
  if (xml == nullptr) return Relations{};
  return read_relations(*xml, folder);
}

// The main part: where the package's relations point, else where every program puts it.
Result<std::string> workbook_path(const FileMap& files) {
  TRY(const Relations relations, relations_of(files, ""));
  for (const auto& [id, target] : relations)
    if (target.ends_with("workbook.xml") && files.contains(target)) return target;
  if (files.contains("xl/workbook.xml")) return std::string("xl/workbook.xml");
  return Error{"This is not an Excel workbook: the part xl/workbook.xml is missing. Save it as .xlsx."};
}

Result<std::vector<std::string>> shared_strings(const FileMap& files, const std::string& folder,
                                                const Relations& relations) {
  for (const auto& [id, target] : relations)
    if (target.ends_with("sharedStrings.xml") && files.contains(target))
      return read_shared_strings(files.at(target));
  if (const std::string* xml = part(files, folder + "sharedStrings.xml")) return read_shared_strings(*xml);
  return std::vector<std::string>{};  // a workbook of inline strings has none
}

bool is_of_a_form(const std::string& sheet) {
  return is_one_of(folded(sheet), {"survey", "choices", "settings"});
}

Result<Workbook> read_book(const FileMap& files, SheetsWanted wanted) {
  TRY(const std::string path, workbook_path(files));
  const std::string folder = folder_and_name(path).first;
  TRY(const auto sheets, read_sheet_list(files.at(path)));
  TRY(const Relations relations, relations_of(files, path));
  TRY(const auto shared, shared_strings(files, folder, relations));
  const bool from_1904 = counts_from_1904(files.at(path));
  Workbook book;
  for (const auto& [name, id] : sheets) {
    if (wanted == SheetsWanted::kOfAForm && !is_of_a_form(name)) continue;
    const auto target = relations.find(id);
    const std::string* xml = target == relations.end() ? nullptr : part(files, target->second);
    if (xml == nullptr)
      return Error{"The sheet " + in_quotes(name) + " is missing in the workbook; save it again as .xlsx."};
    TRY(auto rows, read_sheet_rows(*xml, shared));
    book.sheets.push_back({squashed(name), std::move(rows), from_1904});
  }
  return book;
}

}  // namespace

std::optional<Workbook> read_xlsx(const SourceFile& source, Findings& findings, SheetsWanted wanted) {
  const auto files = read_zip(source.bytes);
  auto book = files.ok() ? read_book(files.value(), wanted) : Result<Workbook>(files.error());
  if (book.ok()) return std::move(book).value();
  findings.wrong({source.name, ""}, book.error().message);
  return std::nullopt;
}

}  // namespace tertulia::formats
