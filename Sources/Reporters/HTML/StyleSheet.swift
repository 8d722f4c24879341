/// How the page looks: on a screen of any width, light or dark, and on A4.
enum StyleSheet {
  static let rules: StaticString = """
    :root {
      color-scheme: light dark;
      --paper: #fcfbf8; --sheet: #ffffff; --ink: #1c2126; --soft: #545c64; --line: #d9d6cd;
      --accent: #14506e; --sure: #1d6a8c; --open: #a9cbd9; --rest: #eceae3; --code: #f6f4ee;
      --mark: #fbe3a2; --also: #dcebf2;
      --error: #a11d1d; --warning: #835100; --info: #14506e; --hint: #545c64; --strength: #256029;
      --prose: "Source Serif 4", Charter, "Bitstream Charter", "Sitka Text", Cambria, Caladea, Georgia, serif;
      --plain: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
      --mono: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #14171a; --sheet: #1a1e22; --ink: #e8e5de; --soft: #a9b0b6; --line: #363c42;
        --accent: #8cc7e3; --sure: #6fb3d2; --open: #345a6c; --rest: #272c31; --code: #21262b;
        --mark: #6b5310; --also: #24485a;
        --error: #ff9a94; --warning: #f0bd6a; --info: #8cc7e3; --hint: #a9b0b6; --strength: #93cf97;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; padding: 0 0 4rem; background: var(--paper); color: var(--ink);
      font: 1.0625rem/1.55 var(--prose); font-variant-numeric: lining-nums; hyphens: manual;
      overflow-wrap: break-word;
    }
    .sheet { max-width: 66rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
    .part { margin-top: 3.25rem; }
    h1, h2, h3, h4, h5, p, ul, ol, dl, table { margin: 0; }
    h1, h2, h3, h4, h5 { line-height: 1.22; text-wrap: balance; font-weight: 600; }
    h1 { font-size: clamp(1.65rem, 1.2rem + 2vw, 2.35rem); letter-spacing: -0.01em; }
    .level-1 { font-size: clamp(1.65rem, 1.2rem + 2vw, 2.35rem); letter-spacing: -0.01em; }
    .level-2 {
      font-size: 1.5rem; padding-bottom: 0.4rem; border-bottom: 2px solid var(--accent);
      margin-bottom: 1rem;
    }
    .level-3 { font-size: 1.22rem; margin-top: 2rem; }
    .level-4 { font-size: 1.0625rem; }
    a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
    a:hover { text-decoration-thickness: 0.12em; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
    :target { scroll-margin-top: 1rem; }
    code { font-family: var(--mono); font-size: 0.84em; overflow-wrap: anywhere; }
    small { font-size: 0.82em; color: var(--soft); }
    .skip {
      position: absolute; left: 1rem; top: -6rem; padding: 0.6rem 1rem; background: var(--sheet);
      border: 2px solid var(--accent); font-family: var(--plain); z-index: 1;
    }
    .skip:focus { top: 1rem; }
    .unseen {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    .kicker, .label, .facts, .tag, .contents, .counts, table, .lines .number, .advice dt, caption,
    .share, .facts-list dt, footer, .scale { font-family: var(--plain); }
    .kicker { color: var(--soft); font-size: 0.9rem; margin-bottom: 0.4rem; }
    .opening { padding-top: clamp(1.75rem, 5vw, 3.25rem); }
    .back { padding-top: 1rem; font-family: var(--plain); font-size: 0.92rem; }
    .sub { margin-top: 0.5rem; color: var(--soft); }
    .lead, .about, .explained { max-width: 44rem; }
    .about { color: var(--soft); margin-top: 0.35rem; }
    .label { font-size: 0.8rem; color: var(--soft); }
    .facts { font-size: 0.85rem; color: var(--soft); }
    .notice {
      grid-column: 1 / -1; padding: 0.75rem 1rem; border-left: 4px solid var(--warning);
      background: var(--code);
    }

    .outcome {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
      gap: 1.5rem 3.5rem; margin-top: 1.75rem;
    }
    .grade .figure { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.75rem; }
    .number { font-variant-numeric: lining-nums tabular-nums; }
    .grade .number { font-size: 3.5rem; line-height: 1.1; font-weight: 600; letter-spacing: -0.02em; }
    .grade .band { font-size: 1.3rem; }
    .grade .explained { font-size: 0.95rem; margin-top: 0.5rem; }
    .scale { display: flex; align-items: center; gap: 0.6rem; max-width: 24rem; font-size: 0.8rem; color: var(--soft); }
    .counts ul { list-style: none; padding: 0; margin-top: 0.4rem; }
    .counts li {
      display: flex; gap: 0.75rem; align-items: baseline; padding: 0.22rem 0;
      border-bottom: 1px solid var(--line); font-size: 0.95rem;
    }
    .counts b { min-width: 2.4ch; text-align: right; font-variant-numeric: tabular-nums; font-size: 1.05rem; }
    .counts .error b, .tag { color: var(--error); }
    .counts .warning b, .warning > .rule-head .tag { color: var(--warning); }
    .counts .info b, .info > .rule-head .tag { color: var(--info); }
    .counts .hint b, .hint > .rule-head .tag { color: var(--hint); }
    .counts .strength b { color: var(--strength); }
    .counts .none, .counts .none b { color: var(--soft); }

    .contents { margin-top: 1.75rem; font-size: 0.92rem; }
    .contents ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.4rem; }
    .contents a { display: inline-block; padding: 0.3rem 0; }

    .steps { padding-left: 1.6rem; margin-top: 0.75rem; max-width: 46rem; }
    .steps li { padding-left: 0.3rem; margin-bottom: 0.8rem; }
    .steps li::marker { font-family: var(--plain); font-weight: 600; color: var(--accent); }

    .bar { display: block; width: 100%; height: 0.8rem; border-radius: 2px; }
    .bar .rest { fill: var(--rest); } .bar .open { fill: var(--open); } .bar .sure { fill: var(--sure); }
    .lessons { list-style: none; padding: 0; margin-top: 1rem; }
    .lessons li {
      display: grid; grid-template-columns: minmax(0, 21rem) minmax(6rem, 1fr) 8.5rem; gap: 0 1.25rem;
      align-items: center; padding: 0.42rem 0; border-bottom: 1px solid var(--line);
    }
    .lessons .share { text-align: right; font-size: 0.88rem; font-variant-numeric: tabular-nums; grid-column: 3; }
    .lessons .off { color: var(--soft); }
    .lessons small { font-family: var(--plain); white-space: nowrap; }

    .chapter { margin-top: 2.25rem; }
    .rule {
      margin-top: 1.25rem; padding: 1.1rem clamp(0.9rem, 2.5vw, 1.5rem) 1.2rem; background: var(--sheet);
      border: 1px solid var(--line); border-left: 4px solid var(--hint); border-radius: 3px;
    }
    .rule.error { border-left-color: var(--error); }
    .rule.warning { border-left-color: var(--warning); }
    .rule.info { border-left-color: var(--info); }
    .rule-head { display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; align-items: baseline; }
    .tag { font-size: 0.85rem; font-weight: 600; }
    .found { display: grid; gap: 0.6rem 2rem; margin-top: 0.7rem; }
    .found + .found { border-top: 1px solid var(--line); padding-top: 0.7rem; }
    .seen { list-style: none; padding: 0; margin-top: 0.3rem; font-size: 0.9rem; color: var(--soft); }
    .lines {
      list-style: none; padding: 0.45rem 0; background: var(--code); border-radius: 3px;
      font-size: 0.95rem; line-height: 1.45;
    }
    .lines li { display: grid; grid-template-columns: 2.9rem minmax(0, 1fr); padding: 0.05rem 0.8rem 0.05rem 0; }
    .lines .number { color: var(--soft); text-align: right; padding-right: 0.75rem; font-size: 0.78rem; line-height: 1.75; }
    .lines code { white-space: pre-wrap; overflow-wrap: anywhere; }
    .lines .context code { color: var(--soft); }
    .lines .gap::before { content: "⋮"; }
    .lines .gap { padding-left: 2rem; color: var(--soft); line-height: 1; }
    mark { background: var(--mark); color: inherit; padding: 0.06em 0.1em; border-radius: 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
    mark.also { background: var(--also); }
    .advice { margin-top: 0.85rem; padding-top: 0.7rem; border-top: 1px solid var(--line); }
    .advice .facts { margin-top: 0.5rem; }
    .advice dl > div, .facts-list div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: 0 1.25rem; padding: 0.14rem 0; align-items: baseline; }
    .advice dt, .facts-list dt { font-size: 0.85rem; color: var(--soft); }
    .advice dd, .facts-list dd { margin: 0; max-width: 44rem; }
    .others { padding: 0.7rem 0 0 1.2rem; margin-top: 0.7rem; border-top: 1px solid var(--line); }
    .others li { padding: 0.1rem 0; } .others small { white-space: nowrap; }
    .source { display: block; }
    .digest { display: block; color: var(--soft); }

    .strengths { list-style: none; padding: 0; }
    .strengths li { padding: 0.75rem 0 0.75rem 1.1rem; border-left: 4px solid var(--strength); margin-bottom: 0.9rem; max-width: 48rem; }
    .strengths .level-3 { margin-top: 0; font-size: 1.0625rem; }
    table + p, .strengths .facts { margin-top: 0.6rem; }
    .set-aside { padding-left: 1.2rem; max-width: 46rem; }

    table { border-collapse: collapse; width: 100%; margin-top: 1rem; font-size: 0.92rem; line-height: 1.4; }
    caption { text-align: left; font-weight: 600; padding: 1.25rem 0 0.3rem; }
    th, td { text-align: left; vertical-align: baseline; padding: 0.42rem 1rem 0.42rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { font-size: 0.82rem; color: var(--soft); border-bottom: 1px solid var(--soft); vertical-align: bottom; }
    td { font-variant-numeric: tabular-nums; }
    tbody th { min-width: 13rem; }
    .strengths small { white-space: nowrap; }
    .total th, .total td { font-weight: 600; border-bottom: 0; }
    .formula { margin-top: 0.75rem; }
    .sources { padding-left: 1.2rem; margin-top: 0.5rem; max-width: 46rem; }
    .one-of-many { margin-top: 4rem; padding-top: 0.5rem; border-top: 6px double var(--line); }
    footer.sheet { margin-top: 3.5rem; padding-top: 1rem; font-size: 0.85rem; color: var(--soft); }

    @media screen and (min-width: 62rem) {
      .found:has(.shown) { grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); align-items: start; }
    }
    @media screen and (max-width: 40rem) {
      .lessons li { grid-template-columns: minmax(0, 1fr) auto; }
      .lessons .bar { grid-column: 1 / -1; grid-row: 2; margin-top: 0.25rem; }
      .lessons .share { grid-column: 2; grid-row: 1; }
      .advice .facts { margin-top: 0.5rem; }
    .advice dl > div, .facts-list div { grid-template-columns: minmax(0, 1fr); padding: 0.3rem 0; }
      table, tbody, tr, th, td, caption { display: block; width: 100%; }
      thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      tr { padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
      tbody th, td { border: 0; padding: 0.1rem 0; }
      tbody th { font-weight: 600; min-width: 0; }
      td { display: grid; grid-template-columns: minmax(5.5rem, 2fr) 5fr; gap: 1rem; }
      td::before { content: attr(data-label); color: var(--soft); }
    }
    @media (forced-colors: active) {
      .bar { border: 1px solid CanvasText; }
      .bar .sure { fill: CanvasText; } .bar .open { fill: GrayText; } .bar .rest { fill: Canvas; }
      mark { background: Highlight; color: HighlightText; }
    }
    @page { size: A4; margin: 18mm 17mm 20mm; }
    @page { @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #545c64; } }
    @media print {
      :root { --paper: #fff; --sheet: #fff; }
      body { font-size: 10pt; line-height: 1.42; padding: 0; }
      .sheet { max-width: none; padding: 0; }
      .opening { padding-top: 0; }
      .skip, .contents, .back { display: none; }
      .part { margin-top: 6mm; }
      .level-2 { margin-bottom: 2.5mm; padding-bottom: 1mm; }
      .outcome { margin-top: 5mm; }
      .counts ul { display: grid; grid-template-columns: auto auto; column-gap: 6mm; }
      .counts li { font-size: 9pt; }
      .steps { margin-top: 2mm; } .steps li { margin-bottom: 1.5mm; }
      h1, .level-1 { font-size: 20pt; } .level-2 { font-size: 14.5pt; } .level-3 { font-size: 12pt; margin-top: 5mm; } .level-4 { font-size: 10.5pt; }
      h1, h2, h3, h4, h5, .lead, .about, .rule-head { break-after: avoid; }
      .outcome { grid-template-columns: 5fr 6fr; }
      .grade .number { font-size: 34pt; }
      .lessons li { padding: 0.45mm 0; } .lessons { margin-top: 2mm; }
      .counts li { padding: 0.5mm 0; }
      .found { margin-top: 2mm; gap: 1.5mm 5mm; font-size: 9.5pt; }
      .found:has(.shown) { grid-template-columns: minmax(0, 4fr) minmax(0, 5fr); align-items: start; }
      .lines { font-size: 8.5pt; line-height: 1.35; padding: 1.5mm 0; }
      .lines li { grid-template-columns: 8mm minmax(0, 1fr); }
      .seen { font-size: 8.5pt; } .others { font-size: 9.5pt; margin-top: 2mm; padding-top: 1.5mm; }
      .advice { margin-top: 2mm; padding-top: 1.5mm; font-size: 9.5pt; }
      .advice dl > div { grid-template-columns: 33mm minmax(0, 1fr); padding: 0.3mm 0; }
      .about { font-size: 9.5pt; }
      .rule { margin-top: 4mm; }
      .found, .advice dl > div, .steps li, .strengths li, .lessons, tr, .lines, .about, table.short, .lead { break-inside: avoid; }
      .rule { padding: 3mm 4mm; }
      .rule:not(:has(.found + .found)) { break-inside: avoid; }
      .advice { break-before: avoid; }
      p, li, dd { orphans: 3; widows: 3; }
      thead { display: table-header-group; }
      mark, .lines, .notice { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      a { color: inherit; text-decoration: none; }
      .sources a { text-decoration: underline; }
      .one-of-many { break-before: page; border: 0; margin: 0; padding: 0; }
    }
    """
}
