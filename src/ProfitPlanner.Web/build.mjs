// Bundles Assets/ into wwwroot/assets: one script for every page, one for the editor, one for pages with charts, one for uploads, one for labelling, one for shared dashboards.
import { build } from "esbuild";

await build({
  entryPoints: ["Assets/site.ts", "Assets/editor.ts", "Assets/charts.ts", "Assets/upload.ts", "Assets/review.ts", "Assets/viewing.ts", "Assets/dashboard.ts", "Assets/site.css", "Assets/dashboard.css"],
  outdir: "wwwroot/assets",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2023",
  legalComments: "linked",
  logLevel: "warning",
});
