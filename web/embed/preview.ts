/** The tool itself, as the line would bring it. */
import { SANDBOX } from '../framing.ts';
import { mainPiece, type Wish } from './line.ts';
import { makeInto, type Piece } from './piece.ts';

/** Shows what the editor wishes for. A change of looks goes to the tool that is there already. */
export function preview(place: HTMLElement, wish: Wish): void {
  const piece = harmless(mainPiece(wish));
  const there = place.firstElementChild;
  const isOfKind = there instanceof HTMLElement && there.localName === piece.tag;
  const element = isOfKind ? there : document.createElement(piece.tag);
  makeInto(element, piece);
  if (!isOfKind) place.replaceChildren(element);
}

/** The tool stands on a page of its own origin here, and a link must not lead away from what was chosen. */
function harmless(piece: Piece): Piece {
  const { tag, attributes } = piece;
  if (tag === 'iframe') return { ...piece, attributes: { ...attributes, sandbox: SANDBOX } };
  if (tag === 'a')
    return { ...piece, attributes: { ...attributes, target: '_blank', rel: 'noopener' } };
  return piece;
}
