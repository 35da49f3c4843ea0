/** Hands an element to what writes into it by itself. */
import { nothing } from 'lit/html.js';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

/**
 * Lit's `ref` would do, but where a whole screen gives way to another it is never told, and holds the screen that is
 * gone, with the answers on it, for as long as the page is open.
 */
class WithElement extends Directive {
  render(_use: (element: Element) => void): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [use]: [(element: Element) => void]): unknown {
    use(element);
    return nothing;
  }
}

/** Calls `use` with the element that it stands in, whenever that is drawn. */
export const withElement = directive(WithElement);
