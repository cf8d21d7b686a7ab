// Rows that scroll out of a list leave their elements to the rows that come into it: most of what a
// row is made of is the same in the next, and an element made anew costs far more than its words.
//
// A row that holds the focus is never given away. What a row has more than its successor goes, what
// it lacks is made.

const ROWS = new Set(["Row", "ListItem"]);

export function createRecycling() {
  let donors = null; // of this patch: rows with their parts, in the order they stood in
  let current = null; // whose parts the nodes after a row are made of
  const taken = new Set(); // nodes
  const unplaced = new Set(); // elements of rows that still stand where they stood

  function findDonors(leaving) {
    const active = document.activeElement;
    const found = [];
    let donor = null;
    for (const node of leaving) {
      const { element, role, kind } = node;
      if (ROWS.has(role)) {
        const isFree = element.isConnected && !element.contains(active);
        donor = isFree ? { row: node, parts: [] } : null;
        if (donor) found.push(donor);
      } else if (kind.isPlain && donor?.row.element.contains(element)) {
        donor.parts.push(node);
      }
    }
    return found;
  }

  function takeFirst(list, isWanted) {
    const index = list.findIndex(isWanted);
    return index < 0 ? null : list.splice(index, 1)[0];
  }

  return {
    // A node of this role out of `leaving`, whose element may be filled anew; null when there is
    // none. Roles are asked for in the order of the tree: a row, then what is in it.
    take(role, leaving) {
      if (leaving.length === 0) return null;
      let node = null;
      if (ROWS.has(role)) {
        donors ??= findDonors(leaving);
        current = takeFirst(donors, ({ row }) => row.role === role);
        node = current?.row ?? null;
        if (node) unplaced.add(node.element);
      } else if (current) {
        node = takeFirst(current.parts, (part) => part.role === role);
      }
      if (node) taken.add(node);
      return node;
    },

    isUnplaced: (element) => unplaced.has(element),
    placed: (element) => unplaced.delete(element),

    // Ends a patch: answers those who leave in earnest.
    finish(leaving) {
      const gone = taken.size > 0 ? leaving.filter((node) => !taken.has(node)) : leaving;
      donors = current = null;
      taken.clear();
      unplaced.clear();
      return gone;
    },
  };
}
