#include "tally/comparable.h"

namespace gov_report {
namespace {

void refuse(SealedReport& last, const std::string& id, const Text& reason) {
  last.figures.erase(id);
  last.without_number.erase(id);
  last.not_comparable.emplace(id, reason);
}

}  // namespace

void make_comparable(SealedReport& last, const Crosswalk& crosswalk) {
  for (const CellLink& link : crosswalk.links) {
    switch (link.relation) {
      case CellLink::Relation::same: {
        const auto figure = last.figures.find(link.from);
        if (figure != last.figures.end()) {
          last.figures.emplace(link.to.front(), figure->second);
        }
        if (last.without_number.contains(link.from)) {
          last.without_number.insert(link.to.front());
        }
        break;
      }
      case CellLink::Relation::split:
      case CellLink::Relation::created:
        for (const std::string& id : link.to) refuse(last, id, link.reason);
        break;
      case CellLink::Relation::dropped:
        break;  // nothing of the new form asks for it
    }
  }
}

}  // namespace gov_report
