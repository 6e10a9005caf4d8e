import Commands

RolecallCommand.start()
