/** The page as assistive technology gets it: `{role, name, description, isInvalid}` for each node that is told. */
export async function accessibilityTree(page) {
  const session = await page.createCDPSession();
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes.filter(({ ignored }) => !ignored).map(plain);
  } finally {
    await session.detach();
  }
}

function plain({ role, name, description, properties = [] }) {
  const invalid = properties.find((property) => property.name === 'invalid');
  return {
    role: role?.value ?? '',
    name: (name?.value ?? '').trim().replace(/\s+/g, ' '),
    description: description?.value ?? '',
    isInvalid: invalid?.value.value === 'true',
  };
}
