// SPDX-License-Identifier: Apache-2.0
#include "firmware/formats/containers/xlsx.h"

#include <string>
#include <utility>

#include "firmware/formats/containers/xlsx_parts.h"
#include "firmware/formats/containers/zip_archive.h"
#include "firmware/formats/text/strings.h"

namespace tertulia::formats {
namespace {

using Relations = std::map<std::string, std::string>;

// "xl/" and "workbook.xml" of "xl/workbook.xml".
std::pair<std::string, std::string> folder_and_name(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return {"", path};
  return {path.substr(0, slash + 1), path.substr(slash + 1)};
}

// Reads one workbook, each part when it is needed.
class BookReader {
 public:
  BookReader(ZipMembers members, const std::string& file, TableUse use, Findings& findings)
      : members_(std::move(members)), file_(file), use_(use), findings_(findings) {}

  Result<Workbook> read() {
    TRY(const std::string path, workbook_path());
    TRY(const std::string book_xml, members_.read(path));
    TRY(const auto sheets, read_sheet_list(book_xml));
    TRY(const Relations relations, relations_of(path));
    const std::string folder = folder_and_name(path).first;
    TRY_DONE(read_shared(folder, relations));
    const bool from_1904 = counts_from_1904(book_xml);
    cells_.days = from_1904 ? DayCount::kFrom1904 : DayCount::kFrom1900;
    if (use_ == TableUse::kForm) TRY_DONE(read_formats(folder, relations));
    Workbook book;
    for (const auto& [name, id] : sheets) {
      if (use_ == TableUse::kForm && !is_sheet_of_form(name)) {
        book.other_sheets.push_back(squashed(name));
        continue;
      }
      const auto target = relations.find(id);
      if (target == relations.end() || !members_.has(target->second))
        return Error{"The sheet " + in_quotes(name) + " is missing in the workbook; save it again as .xlsx."};
      TRY(const std::string xml, members_.read(target->second));
      TRY(SheetRows rows, read_sheet_rows(xml, cells_, budget_));
      Sheet sheet = std::move(rows).finished(squashed(name), file_, findings_);
      sheet.counts_from_1904 = from_1904;
      book.sheets.push_back(std::move(sheet));
    }
    return book;
  }

 private:
  Result<Relations> relations_of(const std::string& path) {
    const auto [folder, name] = folder_and_name(path);
    const std::string member = folder + "_rels/" + name + ".rels";
    if (!members_.has(member)) return Relations{};
    TRY(const std::string xml, members_.read(member));
    return read_relations(xml, folder);
  }

  // The main part: where the package's relations point, else where every program puts it.
  Result<std::string> workbook_path() {
    TRY(const Relations relations, relations_of(""));
    for (const auto& [id, target] : relations)
      if (target.ends_with("workbook.xml") && members_.has(target)) return target;
    if (members_.has("xl/workbook.xml")) return std::string("xl/workbook.xml");
    return Error{"This is not an Excel workbook: the part xl/workbook.xml is missing. Save it as .xlsx."};
  }

  // Empty when there is no such part.
  Result<std::string> part_of_book(const std::string& folder, const Relations& relations,
                                   const std::string& name) {
    for (const auto& [id, target] : relations)
      if (target.ends_with(name) && members_.has(target)) return members_.read(target);
    if (members_.has(folder + name)) return members_.read(folder + name);
    return std::string();
  }

  Outcome read_shared(const std::string& folder, const Relations& relations) {
    TRY(const std::string xml, part_of_book(folder, relations, "sharedStrings.xml"));
    if (xml.empty()) return Done{};  // a workbook of inline strings has none
    TRY(cells_.shared, read_shared_strings(xml));
    return Done{};
  }

  Outcome read_formats(const std::string& folder, const Relations& relations) {
    TRY(const std::string xml, part_of_book(folder, relations, "styles.xml"));
    if (!xml.empty()) cells_.formats = read_cell_formats(xml);
    return Done{};
  }

  ZipMembers members_;
  const std::string& file_;
  TableUse use_;
  Findings& findings_;
  CellMeanings cells_;
  TableBudget budget_;
};

}  // namespace

bool is_sheet_of_form(std::string_view name) {
  return is_one_of(folded(name), {"survey", "choices", "settings", "external_choices"});
}

std::optional<Workbook> read_xlsx(const SourceFile& source, TableUse use, Findings& findings) {
  auto members = ZipMembers::open(source.bytes);
  auto book = members.ok() ? BookReader(std::move(members).value(), source.name, use, findings).read()
                           : Result<Workbook>(members.error());
  if (book.ok()) return std::move(book).value();
  findings.wrong({source.name, ""}, book.error().message);
  return std::nullopt;
}

}  // namespace tertulia::formats
