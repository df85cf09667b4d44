/** The bureau's own book, or the demonstration's: each on a shelf of its own, in databases that bear the shelf in their names. */
export type Shelf = 'real' | 'demonstration';
