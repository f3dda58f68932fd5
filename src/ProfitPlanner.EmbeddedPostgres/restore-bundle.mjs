// Installs the Postgres binaries of this platform into node_modules: prepared elsewhere and put in place by
// one rename, so that two builds at once, or one that was cut off, never leave half of it.
import { execSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [intermediate] = process.argv.slice(2);
const lock = readFileSync('package-lock.json', 'utf8');
const complete = (folder) => {
  try {
    return readFileSync(join(folder, '.restored'), 'utf8') === lock;
  } catch {
    return false;
  }
};

if (complete('node_modules')) {
  utimesSync(join('node_modules', '.restored'), new Date(), new Date());
  process.exit(0);
}

mkdirSync(intermediate, { recursive: true });
const staging = mkdtempSync(join(intermediate, 'npm-'));
try {
  copyFileSync('package.json', join(staging, 'package.json'));
  copyFileSync('package-lock.json', join(staging, 'package-lock.json'));
  execSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', { cwd: staging, stdio: 'inherit' });
  const fresh = join(staging, 'node_modules');
  mkdirSync(fresh, { recursive: true });
  writeFileSync(join(fresh, '.restored'), lock);

  for (let attempt = 0; !complete('node_modules'); attempt++) {
    try {
      renameSync('node_modules', join(staging, `old-${attempt}`));
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    try {
      renameSync(fresh, 'node_modules');
    } catch (error) {
      // Another build was there between the two renames; look again at what it brought.
      if (attempt === 9) throw error;
    }
  }
} finally {
  rmSync(staging, { recursive: true, force: true });
}
