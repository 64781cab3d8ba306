const { each } = globalThis.mainline

// A form that has nothing to ask in this browser. Without scripts its button is pressed.
each('form[data-goes]', form => form.requestSubmit())
