/** The tool itself, as the line would bring it. */
import { mainPiece, type Wish } from './line.ts';
import { makeInto, type Piece } from './piece.ts';

/** Shows what the editor wishes for. A change of looks goes to the tool that is there already. */
export function preview(place: HTMLElement, wish: Wish): void {
  // The tool stands on a page of its own origin here.
  const piece = harmless(mainPiece({ ...wish, options: { ...wish.options, isSameOrigin: true } }));
  const there = place.firstElementChild;
  const isOfKind = there instanceof HTMLElement && there.localName === piece.tag;
  const element = isOfKind ? there : document.createElement(piece.tag);
  makeInto(element, piece);
  if (!isOfKind) place.replaceChildren(element);
}

/** A link must not lead away from what was chosen. */
function harmless(piece: Piece): Piece {
  const { tag, attributes } = piece;
  if (tag === 'a')
    return { ...piece, attributes: { ...attributes, target: '_blank', rel: 'noopener' } };
  return piece;
}
