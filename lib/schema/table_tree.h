// table_tree.h - the header and stub of a table block as trees, as the schema
// writes them (schemas/README.md, "A node").

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/map_reader.h"
#include "schema/report_format.h"

namespace gov_report {

/// What a node says about the cells below it; absent parts say nothing.
struct CellTraits {
  std::string ledger;
  std::vector<const YamlNode*> where;
  std::string measure;  ///< field id; "count" counts records
  std::optional<int> divide_by_power_of_ten;
  std::optional<Unit> unit;
  std::optional<DecimalLimit> decimals;
  const YamlNode* stock = nullptr;

  /// These, with what `inner` says on top.
  CellTraits with(const CellTraits& inner) const;
};

struct TreeNode {
  std::string id;
  std::string label;  ///< printed; empty: no level of its own
  Text name;          ///< for messages
  CellTraits traits;
  std::vector<TreeNode> children;
  std::vector<std::string> sum;  ///< ids of siblings; empty: no sum
  std::string sum_rule;
  std::string sum_citation;
  int span = 1;
  bool hint = false;
  std::string hint_from;
  Position at;

  bool is_leaf() const { return children.empty(); }
  int depth() const;   ///< levels of labels below and with this one
  int leaves() const;  ///< leaf columns, counted by their spans
};

/// `children_key` is "columns" or "rows".
std::vector<TreeNode> read_tree(const std::vector<YamlNode>& nodes,
                                std::string_view children_key,
                                SchemaErrors& errors);

/// The traits a mapping states itself.
CellTraits read_traits(MapReader& map);

/// A leaf with the nodes above it, outermost first, itself last.
using TreePath = std::vector<const TreeNode*>;
std::vector<TreePath> leaf_paths(const std::vector<TreeNode>& roots);

std::string path_id(const TreePath& path);  ///< "denied.state_secret"
Text path_name(const TreePath& path);       ///< the leaf's name
CellTraits path_traits(const TreePath& path);

/// The leaves that the sum of `path`'s leaf adds up, as indices into `paths`.
/// A name without such a sibling, and a sum of nothing, is a finding.
std::vector<std::size_t> sum_parts(const TreePath& path,
                                   const std::vector<TreePath>& paths,
                                   SchemaErrors& errors);

}  // namespace gov_report
