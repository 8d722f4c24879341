/// How the review's page looks beyond that of a plan.
enum ReviewStyle {
  static let rules: StaticString = """
    :root { --c0: #f4c5a2; --c1: #f9e2c8; --c2: #f2f0e6; --c3: #d5e8ef; --c4: #a8d0e3; }
    @media screen and (prefers-color-scheme: dark) {
      :root { --c0: #6d3b1d; --c1: #4b3623; --c2: #30353a; --c3: #25424f; --c4: #1d5670; }
    }
    .wide { max-width: 76rem; }
    .brief { padding-left: 1.2rem; margin-top: 1rem; max-width: 46rem; }
    .brief li { padding: 0.15rem 0; }
    .legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.3rem; margin: 1rem 0 0; font: 0.82rem var(--plain); }
    .legend li { padding: 0.2rem 0.6rem; border: 1px solid var(--line); }
    .tools { margin-top: 0.75rem; font: 0.9rem var(--plain); display: flex; flex-wrap: wrap; gap: 0.3rem 1.5rem; align-items: center; }
    .tools[hidden] { display: none; }
    .tools label { margin-right: 0.5rem; }
    .tools input { font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--soft); border-radius: 3px; padding: 0.3rem 0.5rem; min-height: 2rem; max-width: 100%; }
    .tools span { margin-left: 0.5rem; color: var(--soft); }
    .matrix { overflow: auto; max-height: 85vh; margin-top: 0.75rem; border: 1px solid var(--line); background: var(--sheet); position: relative; }
    .matrix table { margin: 0; border-collapse: separate; border-spacing: 0; font-size: 0.85rem; line-height: 1.25; width: 100%; }
    .matrix th, .matrix td { border-bottom: 1px solid var(--line); border-right: 1px solid var(--line); padding: 0.3rem 0.45rem; vertical-align: middle; }
    .matrix td { text-align: center; white-space: nowrap; }
    .matrix thead th { position: sticky; top: 0; z-index: 2; background: var(--sheet); vertical-align: bottom; color: var(--ink); border-bottom: 1px solid var(--soft); }
    .matrix thead th:first-child { left: 0; z-index: 3; }
    .matrix tbody th { position: sticky; left: 0; z-index: 1; background: var(--sheet); min-width: 9rem; max-width: 16rem; overflow-wrap: anywhere; }
    .matrix .lesson { padding: 0.4rem 0.2rem; min-width: 3.4rem; }
    .matrix .lesson span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 11.5rem; text-align: left; display: inline-block; }
    .matrix button { font: inherit; color: inherit; background: none; border: 0; padding: 0.3rem; cursor: pointer; width: 100%; text-align: inherit; min-height: 1.75rem; }
    .matrix button:hover { text-decoration: underline; }
    .matrix [aria-sort=ascending] button::after { content: "▲"; display: block; }
    .matrix [aria-sort=descending] button::after { content: "▼"; display: block; }
    .matrix .unread { text-align: left; color: var(--soft); }
    .c0 { background: var(--c0); } .c1 { background: var(--c1); } .c2 { background: var(--c2); }
    .c3 { background: var(--c3); } .c4 { background: var(--c4); }
    .o { font-style: italic; } .matrix td small { display: block; color: inherit; }
    .m { font-weight: 700; text-decoration: underline; text-underline-offset: 0.15em; }
    :target > th { outline: 3px solid var(--accent); outline-offset: -3px; }
    .matrix tr { scroll-margin-top: 14rem; }
    .spread { display: block; width: 100%; min-width: 8rem; max-width: 10rem; height: auto; }
    .spread rect { fill: var(--sure); } .spread path { fill: none; stroke: var(--soft); stroke-width: 0.6; }
    .spread .middle { stroke: var(--ink); stroke-width: 1; stroke-dasharray: 2 1.5; }
    details { margin-top: 0.35rem; font: 0.95rem var(--plain); }
    td details { margin: 0; font-size: inherit; }
    summary { cursor: pointer; padding: 0.2rem 0; min-height: 1.5rem; }
    .names { list-style: none; padding: 0 0 0.5rem; display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; max-width: 52rem; font: 0.92rem/1.5 var(--plain); }
    .names li { min-height: 1.5rem; }
    .names a, .matrix tbody th a { display: inline-block; min-height: 1.5rem; }
    @media screen and (max-width: 40rem) {
      .matrix table { display: table; } .matrix tbody { display: table-row-group; }
      .matrix thead { display: table-header-group; position: static; width: auto; height: auto; overflow: visible; clip-path: none; }
      .matrix tr { display: table-row; padding: 0; border: 0; } .matrix [hidden] { display: none; }
      .matrix th, .matrix td { display: table-cell; width: auto; border-bottom: 1px solid var(--line); padding: 0.3rem 0.45rem; }
      .matrix td::before { content: none; }
      .matrix tbody th { min-width: 6.5rem; max-width: 8rem; }
      .matrix caption { position: absolute; width: 1px; }
    }
    @media (forced-colors: active) {
      .spread rect { fill: CanvasText; } .spread path { stroke: CanvasText; }
    }
    @media print {
      .tools { display: none; }
      .matrix { overflow: visible; max-height: none; border: 0; }
      .matrix table { font-size: 7pt; } .matrix th, .matrix td { padding: 0.5mm 0.8mm; }
      .matrix thead th, .matrix tbody th { position: static; }
      .matrix .lesson { min-width: 0; } .matrix tbody th { min-width: 0; max-width: 30mm; }
      .matrix td, .legend li { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      .matrix thead { display: table-header-group; }
      table { font-size: 8.5pt; }
      summary { list-style: none; padding: 0; }
    }
    """
}
