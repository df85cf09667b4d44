// Read by whatever Node is installed, however old: nothing newer than ES2015 modules here.

/**
 * The build tools need 20.19 or later of 20, or 22.12 and later.
 * @param {string} version as in `process.versions.node`
 */
export function isNodeRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}
