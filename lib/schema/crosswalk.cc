#include "schema/crosswalk.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "schema/map_reader.h"

namespace gov_report {
namespace {

using Relation = CellLink::Relation;

/// What the `*` of a pattern stands for in `id`; nullopt if it does not fit.
std::optional<std::string> star_of(std::string_view pattern,
                                   std::string_view id) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) {
    return pattern == id ? std::optional<std::string>("") : std::nullopt;
  }
  const std::string_view before = pattern.substr(0, star);
  const std::string_view after = pattern.substr(star + 1);
  if (id.size() <= before.size() + after.size() || !id.starts_with(before) ||
      !id.ends_with(after)) {
    return std::nullopt;
  }
  return std::string(
      id.substr(before.size(), id.size() - before.size() - after.size()));
}

std::string with_star(std::string_view pattern, const std::string& star) {
  std::string id(pattern);
  const std::size_t at = id.find('*');
  if (at != std::string::npos) id.replace(at, 1, star);
  return id;
}

std::vector<std::string> printed_cells(const ReportFormat& format) {
  std::vector<std::string> ids;
  for (const CellFormat& cell : format.cells) {
    if (cell.kind == CellKind::printed) ids.push_back(cell.id);
  }
  return ids;
}

class CrosswalkLoader {
 public:
  CrosswalkLoader(const ReportFormat& from, const ReportFormat& to,
                  SchemaErrors& errors)
      : from_(printed_cells(from)), to_(printed_cells(to)), errors_(errors) {
    crosswalk_.from = from.id;
    crosswalk_.to = to.id;
  }

  Crosswalk load(const YamlNode& root) {
    MapReader map(root, errors_);
    map.required_text("crosswalk");
    map.required_text("from");
    map.required_text("to");
    map.citation();
    const YamlNode* cells = map.required("cells");
    for (const YamlNode& item : items_of(cells, errors_)) read(item);
    const Position at = cells == nullptr ? Position{1, 1} : cells->at;
    report_uncovered(from_, covered_from_, at);
    report_uncovered(to_, covered_to_, at);
    return std::move(crosswalk_);
  }

 private:
  void read(const YamlNode& item) {
    MapReader map(item, errors_);
    const bool is_renamed = map.text("relation") == "renamed";
    const auto relation = map.choice<Relation>("relation",
                                               {{"same", Relation::same},
                                                {"renamed", Relation::same},
                                                {"split", Relation::split},
                                                {"dropped", Relation::dropped},
                                                {"new", Relation::created}},
                                               Relation::same);
    const auto from = map.texts("from");
    const auto to = map.texts("to");
    const auto except = map.texts("except");
    const Text reason = map.bilingual("reason");
    map.citation();
    if (reason == Text() && relation != Relation::same) {
      errors_.add(item.at, "missing-key", {{"key", "reason"}});
    }
    const bool wants_from = relation != Relation::created;
    const bool wants_to = relation == Relation::split ||
                          relation == Relation::created || is_renamed;
    if (wants_from == from.empty() || wants_to == to.empty()) {
      errors_.add(item.at, "missing-key",
                  {{"key", wants_from == from.empty() ? "from" : "to"}});
      return;
    }
    for (const std::string& pattern : wants_from ? from : to) {
      const bool found = expand(pattern, wants_from ? from_ : to_, except,
                                {relation, {}, to, reason}, item.at);
      if (!found) dangling(pattern, wants_from ? from_ : to_, item.at);
    }
  }

  /// Enters a link for each cell that fits. False if none does.
  bool expand(const std::string& pattern, const std::vector<std::string>& cells,
              const std::vector<std::string>& except, const CellLink& model,
              Position at) {
    bool found = false;
    for (const std::string& id : cells) {
      const auto star = star_of(pattern, id);
      if (!star || std::ranges::find(except, id) != except.end()) continue;
      found = true;
      CellLink link = model;
      link.to.clear();
      if (model.relation == Relation::created) {
        link.to = {id};
      } else {
        link.from = id;
        for (const std::string& to : model.to) {
          link.to.push_back(with_star(to, *star));
        }
        if (model.relation == Relation::same && model.to.empty()) {
          link.to = {id};
        }
      }
      enter(std::move(link), at);
    }
    return found;
  }

  void enter(CellLink link, Position at) {
    if (!link.from.empty()) cover(link.from, covered_from_, at);
    for (const std::string& id : link.to) {
      if (std::ranges::find(to_, id) == to_.end()) dangling(id, to_, at);
      cover(id, covered_to_, at);
    }
    crosswalk_.links.push_back(std::move(link));
  }

  void cover(const std::string& id, std::set<std::string>& covered,
             Position at) {
    if (covered.insert(id).second) return;
    errors_.add(at, "duplicate", {{"value", id}});
  }

  void dangling(const std::string& id, const std::vector<std::string>& known,
                Position at) {
    errors_.add(at, "dangling",
                {{"value", id}, {"nearest", nearest(id, known).value_or("-")}});
  }

  void report_uncovered(const std::vector<std::string>& cells,
                        const std::set<std::string>& covered, Position at) {
    for (const std::string& id : cells) {
      if (!covered.contains(id)) errors_.add(at, "uncovered", {{"value", id}});
    }
  }

  std::vector<std::string> from_;
  std::vector<std::string> to_;
  SchemaErrors& errors_;
  Crosswalk crosswalk_;
  std::set<std::string> covered_from_;
  std::set<std::string> covered_to_;
};

}  // namespace

std::optional<Crosswalk> load_crosswalk(const DataFiles& files,
                                        const ReportFormat& from,
                                        const ReportFormat& to,
                                        const FindingSink& sink) {
  for (const std::string& path : files.list("schemas/crosswalks")) {
    SchemaErrors errors(files.shown_name(path), sink);
    YamlError broken;
    const auto root = parse_yaml(files.read(path).value_or(""), broken);
    if (!root) {
      errors.add(broken.at, "yaml", {{"value", broken.words()}});
      continue;
    }
    const YamlNode* its_from = root->find("from");
    const YamlNode* its_to = root->find("to");
    if (its_from == nullptr || its_from->text != from.id || its_to == nullptr ||
        its_to->text != to.id) {
      continue;
    }
    Crosswalk crosswalk = CrosswalkLoader(from, to, errors).load(*root);
    if (errors.any()) return std::nullopt;
    return crosswalk;
  }
  return std::nullopt;
}

}  // namespace gov_report
