/// Sorting and searching in the matrix, where scripts run; the page is whole without it and asks nothing of elsewhere.
enum MatrixScript {
  static let code: StaticString = """
    (() => {
      const table = document.getElementById("matrix");
      const tools = document.querySelector(".tools");
      if (!table || !tools) return;
      const body = table.tBodies[0];
      const rows = [...body.rows];
      const heads = [...table.tHead.rows[0].cells];
      const value = (row, column) => {
        const cell = row.cells[column];
        const number = cell ? parseFloat(cell.textContent.replace(",", ".")) : NaN;
        return Number.isNaN(number) ? Infinity : number;
      };
      heads.forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
          const up = head.getAttribute("aria-sort") !== "ascending";
          for (const other of heads) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", up ? "ascending" : "descending");
          const keys = rows.map((row, place) => ({
            row, place, key: column === 0 ? place : value(row, column)
          }));
          keys.sort((a, b) => {
            if (a.key === b.key) return a.place - b.place;
            // What has no number stays last.
            if (a.key === Infinity) return 1;
            if (b.key === Infinity) return -1;
            return up ? a.key - b.key : b.key - a.key;
          });
          body.append(...keys.map(({ row }) => row));
        });
      });
      const field = tools.querySelector("input");
      const status = tools.querySelector("[role=status]");
      const names = rows.map(row => row.cells[0].textContent.toLowerCase());
      field.addEventListener("input", () => {
        const wanted = field.value.trim().toLowerCase();
        let count = 0;
        rows.forEach((row, place) => {
          row.hidden = !names[place].includes(wanted);
          if (!row.hidden) count += 1;
        });
        status.textContent = wanted ? `${count} / ${rows.length}` : "";
      });
      tools.hidden = false;
    })();
    """
}
