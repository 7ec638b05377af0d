export { folded, nameOf, textOf } from "./identifier";
export { isKeyword, isReserved } from "./keywords";
export { offsetOfByte, placeAt, placeAtByte, type Place } from "./place";
export { builtInViews } from "./built-in";
export { namesRead, references, type Reference, type References } from "./references";
export { statementKind, statements, type Statement } from "./statements";
export { endOfHole } from "./hole";
export { isHole, significantTokens, tokens, type Token, type TokenKind } from "./tokens";
