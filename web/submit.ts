/**
 * Taking in a form without submitting it. In a sandbox that does not allow forms a browser never fires
 * `submit`, and nothing here is ever sent anywhere, so the button and the Enter key are heard instead.
 */

type Take = (form: FormData) => void;

/** For the button's click. */
export function takeForm(take: Take): (event: Event) => void {
  return ({ currentTarget }) => {
    const form = (currentTarget as HTMLElement).closest('form');
    if (form) take(new FormData(form));
  };
}

/** For keys pressed in the form: Enter in a control does what the button does. */
export function takeOnEnter(take: Take): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    take(new FormData(event.currentTarget as HTMLFormElement));
  };
}
