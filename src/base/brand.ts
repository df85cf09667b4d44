declare const brand: unique symbol;

/** A string or number that must not be confused with another of the same shape. Minted in one file per brand. */
export type Brand<T, B extends string> = T & { readonly [brand]: B };
