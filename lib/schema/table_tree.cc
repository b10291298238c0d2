#include "schema/table_tree.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

void collect_leaves(const TreeNode& node, TreePath& above,
                    std::vector<TreePath>& leaves) {
  above.push_back(&node);
  if (node.is_leaf()) leaves.push_back(above);
  for (const TreeNode& child : node.children) {
    collect_leaves(child, above, leaves);
  }
  above.pop_back();
}

TreeNode read_node(const YamlNode& yaml, std::string_view children_key,
                   SchemaErrors& errors) {
  MapReader map(yaml, errors);
  TreeNode node;
  node.at = yaml.at;
  node.id = map.text("id");
  node.label = map.text("label");
  const std::string english = map.text("en");
  const std::string short_label = map.text("short");
  node.name = Text(short_label.empty() ? node.label : short_label,
                   english.empty() ? node.id : english);
  node.traits = read_traits(map);
  node.sum = map.texts("sum");
  if (map.node("sum") != nullptr) {
    node.sum_rule = map.required_text("rule");
    node.sum_citation = map.citation();
    if (node.sum.empty()) errors.add(yaml.at, "empty-sum");
  }
  node.span = map.number("span", 1);
  node.hint = map.choice<bool>("style", {{"hint", true}}, false);
  node.hint_from = map.text("hint_from");
  node.children =
      read_tree(items_of(map.node(children_key), errors), children_key, errors);
  return node;
}

}  // namespace

CellTraits CellTraits::with(const CellTraits& inner) const {
  CellTraits both = *this;
  if (!inner.ledger.empty()) both.ledger = inner.ledger;
  both.where.insert(both.where.end(), inner.where.begin(), inner.where.end());
  if (!inner.measure.empty()) both.measure = inner.measure;
  if (inner.divide_by_power_of_ten) {
    both.divide_by_power_of_ten = inner.divide_by_power_of_ten;
  }
  if (inner.unit) both.unit = inner.unit;
  if (inner.decimals) both.decimals = inner.decimals;
  if (inner.stock != nullptr) both.stock = inner.stock;
  return both;
}

int TreeNode::depth() const {
  int deepest = 0;
  for (const TreeNode& child : children) {
    deepest = std::max(deepest, child.depth());
  }
  return deepest + (label.empty() ? 0 : 1);
}

int TreeNode::leaves() const {
  if (is_leaf()) return span;
  int count = 0;
  for (const TreeNode& child : children) count += child.leaves();
  return count;
}

CellTraits read_traits(MapReader& map) {
  CellTraits traits;
  traits.ledger = map.text("ledger");
  if (const YamlNode* where = map.node("where")) traits.where = {where};
  traits.measure = map.text("measure");
  if (map.node("divide_by_power_of_ten") != nullptr) {
    traits.divide_by_power_of_ten = map.number("divide_by_power_of_ten", 0);
  }
  if (map.node("unit") != nullptr) {
    traits.unit = map.choice<Unit>("unit",
                                   {{"count", Unit::count},
                                    {"signed_count", Unit::signed_count},
                                    {"amount", Unit::amount}},
                                   Unit::count);
  }
  if (const YamlNode* decimals = map.node("decimals")) {
    MapReader limit(*decimals, map.errors());
    traits.decimals = DecimalLimit{limit.number("at_most", 0),
                                   limit.required_text("rule"), decimals->at};
  }
  traits.stock = map.node("stock");
  return traits;
}

std::vector<TreeNode> read_tree(const std::vector<YamlNode>& nodes,
                                std::string_view children_key,
                                SchemaErrors& errors) {
  std::vector<TreeNode> roots;
  for (const YamlNode& node : nodes) {
    roots.push_back(read_node(node, children_key, errors));
  }
  return roots;
}

std::vector<TreePath> leaf_paths(const std::vector<TreeNode>& roots) {
  std::vector<TreePath> leaves;
  TreePath above;
  for (const TreeNode& root : roots) collect_leaves(root, above, leaves);
  return leaves;
}

std::string path_id(const TreePath& path) {
  std::string id;
  for (const TreeNode* node : path) {
    if (node->id.empty()) continue;
    if (!id.empty()) id += '.';
    id += node->id;
  }
  return id;
}

Text path_name(const TreePath& path) {
  // A group that is part of the id tells equal leaves apart.
  Text name;
  for (const TreeNode* node : path) {
    if (node != path.back() && node->id.empty()) continue;
    if (!name.zh.empty()) name.zh += "·";
    if (!name.en.empty()) name.en += " / ";
    name.zh += node->name.zh;
    name.en += node->name.en;
  }
  return name;
}

CellTraits path_traits(const TreePath& path) {
  CellTraits traits;
  for (const TreeNode* node : path) traits = traits.with(node->traits);
  return traits;
}

std::vector<std::size_t> sum_parts(const TreePath& path,
                                   const std::vector<TreePath>& paths,
                                   SchemaErrors& errors) {
  const TreeNode& leaf = *path.back();
  const std::size_t level = path.size() - 1;
  std::vector<std::size_t> parts;
  // Siblings are searched from the innermost level outwards, so that a total
  // may stand deeper than what it adds up.
  const auto under = [&](std::size_t depth, const std::string& id) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const TreePath& other = paths[i];
      if (other.size() <= depth || &other == &path) continue;
      const bool same_parents =
          std::equal(other.begin(), other.begin() + depth, path.begin());
      if (!same_parents) continue;
      for (std::size_t at = depth; at < other.size(); ++at) {
        if (other[at]->id.empty()) continue;
        if (other[at]->id == id) found.push_back(i);
        break;
      }
    }
    return found;
  };
  std::vector<std::string> siblings;
  for (const TreePath& other : paths) siblings.push_back(other.back()->id);
  for (const std::string& id : leaf.sum) {
    std::vector<std::size_t> found;
    for (std::size_t depth = level + 1; depth-- > 0 && found.empty();) {
      found = under(depth, id);
    }
    if (found.empty()) {
      errors.add(
          leaf.at, "dangling",
          {{"value", id}, {"nearest", nearest(id, siblings).value_or("-")}});
    }
    parts.insert(parts.end(), found.begin(), found.end());
  }
  return parts;
}

}  // namespace gov_report
